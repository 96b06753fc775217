"""Mounted under /admin/ before Wagtail's own addresses: one sign-in for everybody."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from tomoni.accounts import views
from tomoni.accounts.admin.panels import OwnAccountView

urlpatterns = [
    path("login/", views.to_sign_in),
    path("password_reset/", views.to_reset),
    path("password_reset/<path:rest>", views.to_reset),
    path("account/", require_admin_access(OwnAccountView.as_view())),
]
