"""Wagtail's actions on many users at once, held to the same rules as on one."""

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from tomoni.accounts import policies
from tomoni.accounts.models import User


class RoleForm(forms.Form):
    """Ask which role to give."""

    role = forms.ModelChoiceField(label=_("Role"), queryset=Group.objects.none())


class AssignRole(AssignRoleBulkAction):
    """Give a role to others, never to oneself."""

    form_class = RoleForm

    def check_perm(self, obj: User) -> bool:
        """Tell whether this account may be given a role by this person."""
        actor = self.request.user
        return policies.can_manage_user(actor, obj) and policies.can_assign_groups(actor, obj)

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        """Offer only the roles that this person may hand out."""
        form = super().get_form(form_class)
        form.fields["role"].queryset = policies.assignable_groups(self.request.user)
        return form


class SetActiveState(SetActiveStateBulkAction):
    """Switch accounts on or off, but not those above."""

    def check_perm(self, obj: User) -> bool:
        """Tell whether this account may be switched by this person."""
        return policies.can_manage_user(self.request.user, obj)
