"""Start the accounts room: people, roles and signing in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The room of people, roles and signing in."""

    name = "tomoni.accounts"
    label = "tomoni_accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"
