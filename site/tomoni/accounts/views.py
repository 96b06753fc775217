"""Pages for signing in and out and for a new password."""

from functools import partial
from typing import Any

from django.contrib.auth import views as auth
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import reverse, reverse_lazy
from django.views.decorators.cache import never_cache

from tomoni.accounts import forms, services
from tomoni.accounts.lockout import TOO_MANY_REQUESTS
from tomoni.accounts.policies import can_enter_admin

NAMESPACE = "plugins:tomoni_accounts"


class SignInView(auth.LoginView):
    """Let a person in and lead them to their place of work."""

    template_name = "tomoni/accounts/sign_in.html"
    authentication_form = forms.SignInForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send on who is in already, unless a page refused them and they need another account."""
        if request.user.is_authenticated and not self.get_redirect_url():
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_default_redirect_url(self) -> str:
        """Lead editors to their pages and all others to the front page."""
        target = "wagtailadmin_home" if can_enter_admin(self.request.user) else "/"
        return resolve_url(target)


class SignOutView(auth.LogoutView):
    """Let a person out; asks by POST alone."""

    next_page = "/"


class ResetRequestView(auth.PasswordResetView):
    """Take a mail address; the answer is the same whether the account exists or not."""

    template_name = "tomoni/accounts/reset_request.html"
    email_template_name = "tomoni/accounts/mail/reset.txt"
    subject_template_name = "tomoni/accounts/mail/reset_subject.txt"
    form_class = forms.ResetRequestForm
    success_url = reverse_lazy(f"{NAMESPACE}:reset_sent")

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        """Send the mail after the answer, so that its duration tells nothing."""
        if not services.may_ask_for_password(request=self.request, mail=form.cleaned_data["email"]):
            form.add_error(None, forms.WAIT_AFTER_REQUESTS)
            return self.render_to_response(
                self.get_context_data(form=form), status=TOO_MANY_REQUESTS
            )
        response = services.ThenRedirect(str(self.get_success_url()))
        response.after = partial(
            form.save,
            use_https=self.request.is_secure(),
            token_generator=default_token_generator,
            email_template_name=self.email_template_name,
            subject_template_name=self.subject_template_name,
            request=self.request,
            extra_email_context={"town": services.town_name(self.request)},
        )
        return response


class ResetSentView(auth.PasswordResetDoneView):
    """Say where the link went."""

    template_name = "tomoni/accounts/reset_sent.html"


class NewPasswordView(auth.PasswordResetConfirmView):
    """Take the new password of somebody who holds the link."""

    template_name = "tomoni/accounts/new_password.html"
    form_class = forms.NewPasswordForm
    success_url = reverse_lazy(f"{NAMESPACE}:reset_done")

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        """Set it, and lift the lock that failed attempts may have left."""
        services.unlock(user=form.user)
        return super().form_valid(form)


class ResetDoneView(auth.PasswordResetCompleteView):
    """Say that the new password holds."""

    template_name = "tomoni/accounts/reset_done.html"


@never_cache
def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Lead from Wagtail's own sign-in page to ours, keeping where the visitor wants to go."""
    return auth.redirect_to_login(request.GET.get("next", reverse("wagtailadmin_home")))


@never_cache
def to_reset(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Lead from Wagtail's own password reset to ours."""
    del request, rest
    return redirect(f"{NAMESPACE}:reset_request")
