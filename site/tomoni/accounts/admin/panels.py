"""What people can set about their own account in Wagtail's admin."""

from django import forms
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    NameEmailSettingsPanel,
)

from tomoni.accounts.models import User


class NameAndMailForm(forms.ModelForm):
    """Ask for the name that others see and for the mail address."""

    class Meta:
        model = User
        fields = ("display_name", "email")


class NameAndMailPanel(NameEmailSettingsPanel):
    """One name instead of a given and a family name, which Wagtail insists on."""

    form_class = NameAndMailForm


class OwnAccountView(AccountView):
    """Wagtail's account page with our panel in the place of its own."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Return Wagtail's panels, the first one exchanged."""
        return [
            NameAndMailPanel(panel.request, panel.user, panel.profile)
            if type(panel) is NameEmailSettingsPanel
            else panel
            for panel in super().get_panels()
        ]
