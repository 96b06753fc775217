"""Addresses under /<language>/account/."""

from django.urls import path

from tomoni.accounts import views

urlpatterns = [
    path("sign-in/", views.SignInView.as_view(), name="sign_in"),
    path("sign-out/", views.SignOutView.as_view(), name="sign_out"),
    path("password/", views.ResetRequestView.as_view(), name="reset_request"),
    path("password/sent/", views.ResetSentView.as_view(), name="reset_sent"),
    path("password/done/", views.ResetDoneView.as_view(), name="reset_done"),
    path("password/<uidb64>/<token>/", views.NewPasswordView.as_view(), name="new_password"),
]
