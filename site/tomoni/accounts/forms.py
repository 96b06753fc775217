"""Forms for signing in and for a new password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from tomoni.accounts.identity import tidy

WAIT_AFTER_FAILURES = _(
    "Too many failed attempts. Wait 15 minutes and try again, or set a new password."
)
WAIT_AFTER_REQUESTS = _(
    "Too many requests. Look for our mail, also among the spam, or try again in an hour."
)


class SignInForm(AuthenticationForm):
    """Ask for a name or mail address and the password."""

    username = forms.CharField(
        label=_("User name or mail address"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": _(
            "This name and password do not belong together. Check both; capital letters count."
        ),
        "inactive": _("This account is switched off. Ask the person who runs the site."),
    }

    def get_invalid_login_error(self) -> ValidationError:
        """Say that the account is locked when it is."""
        if getattr(self.request, "axes_locked_out", False):
            return ValidationError(WAIT_AFTER_FAILURES, code="locked")
        return ValidationError(self.error_messages["invalid_login"], code="invalid_login")


class ResetRequestForm(PasswordResetForm):
    """Ask where to send the link; never tells whether an account exists."""

    email = forms.CharField(
        label=_("Mail address"),
        max_length=254,
        help_text=_("The address of your account. We send a link to set a new password."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's signature
        super().__init__(*args, **kwargs)
        # The mail goes out after the answer, when no language is set any more.
        self.language = get_language()

    def clean_email(self) -> str:
        """Accept what a Japanese keyboard makes of an address."""
        return forms.EmailField().clean(tidy(self.cleaned_data["email"]))

    def send_mail(self, *args: Any, **kwargs: Any) -> None:  # Django's signature
        """Write in the language that the account prefers, else in that of the page."""
        profile = getattr(args[2]["user"], "wagtail_userprofile", None)
        with override((profile and profile.preferred_language) or self.language):
            super().send_mail(*args, **kwargs)


class NewPasswordForm(SetPasswordForm):
    """Ask for the new password twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password1"].help_text = _(
            "At least 10 characters, not only digits, and nothing like your name."
        )
        self.fields["new_password2"].label = _("The same password again")
        self.fields["new_password2"].help_text = ""
