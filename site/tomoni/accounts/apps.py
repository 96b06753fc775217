"""Start the accounts room: people, roles and signing in."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

from tomoni.plugins import PeriodicTask, RoomConfig, UrlMount


class AccountsConfig(RoomConfig):
    """The room of people, roles and signing in."""

    name = "tomoni.accounts"
    label = "tomoni_accounts"
    verbose_name = _("Accounts")
    default = True

    def extensions(self) -> Iterable[object]:
        """Add the sign-in pages and the clearing of old counts."""
        return (
            UrlMount(prefix="account", urlconf="tomoni.accounts.urls"),
            PeriodicTask(
                name="forget_attempts",
                label=_("Forget old sign-in attempts"),
                every=timedelta(days=1),
                run="tomoni.accounts.services.forget_attempts",
            ),
        )


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user pages with our forms; stands in INSTALLED_APPS for `wagtail.users`."""

    default = False
    user_viewset = "tomoni.accounts.admin.users.UserViewSet"
