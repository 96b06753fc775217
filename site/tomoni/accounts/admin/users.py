"""Wagtail's user pages: our fields, and no way upwards for operators."""

from typing import Any

from django.http import HttpRequest
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from tomoni.accounts import policies
from tomoni.accounts.models import USERNAME_HELP, User


class _ByActor:
    """Offer only what the person at the form may hand out."""

    # One name of one's own choice stands for given and family name.
    first_name = None
    last_name = None
    field_order = (
        "username",
        "display_name",
        "email",
        "password1",
        "password2",
        "is_active",
        "groups",
        "is_superuser",
    )

    fields: dict[str, Any]  # form fields of many kinds
    instance: User

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:  # Wagtail's signature
        super().__init__(*args, **kwargs)
        # Wagtail's own form says that @ is allowed; the model's text is the right one.
        self.fields["username"].help_text = USERNAME_HELP
        target = self.instance if self.instance.pk else None
        if not policies.can_make_superusers(actor):
            self.fields.pop("is_superuser", None)
        if policies.can_assign_groups(actor, target):
            self.fields["groups"].queryset = policies.assignable_groups(actor)
        else:
            del self.fields["groups"]


class NewUserForm(_ByActor, UserCreationForm):
    """Ask for a new account."""

    class Meta(UserCreationForm.Meta):
        fields = ("username", "display_name", "email", "is_superuser", "groups")


class ExistingUserForm(_ByActor, UserEditForm):
    """Change an account."""

    class Meta(UserEditForm.Meta):
        fields = ("username", "display_name", "email", "is_active", "is_superuser", "groups")


class _TellActor:
    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:  # Django's signature
        """Tell the form who sits at it."""
        return {**super().get_form_kwargs(), "actor": self.request.user}  # type: ignore[misc]


class NewUserView(_TellActor, CreateView):
    """Make an account."""


class ExistingUserView(_TellActor, EditView):
    """Change an account; who may change which stands in `policies`."""


class UserViewSet(WagtailUserViewSet):
    """Put our forms and views in the place of Wagtail's."""

    add_view_class = NewUserView
    edit_view_class = ExistingUserView
    # The generic forms show whatever fields the form has; Wagtail's own ones name each.
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[NewUserForm | ExistingUserForm]:
        """Return the form for a new or an existing account."""
        return ExistingUserForm if for_update else NewUserForm
