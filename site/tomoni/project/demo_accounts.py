"""The demo's accounts: one for each role, and one that may do everything."""

from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tomoni.accounts.models import User
from tomoni.accounts.roles import ROLES

DOMAIN = "tomoni.example"
ADMINISTRATOR = "admin"


def ensure_accounts(password: str) -> None:
    """Create the accounts that are missing; those that exist stay as they are."""
    for role in ROLES:
        user, is_new = _ensure(role.code, role.group_name, password)
        if is_new:
            user.groups.add(Group.objects.get(name=role.group_name))
    _ensure(ADMINISTRATOR, "管理者", password, is_superuser=True, is_staff=True)


def account_lines() -> tuple[tuple[str, str | Promise], ...]:
    """Return user name and purpose of each account, as the demo shows them."""
    return (
        *((role.code, role.explanation) for role in ROLES),
        (ADMINISTRATOR, _("May do everything.")),
    )


def _ensure(name: str, shown: str, password: str, **flags: bool) -> tuple[User, bool]:
    user = User.objects.filter(username=name).first()
    if user is not None:
        return user, False
    user = User.objects.create(
        username=name,
        email=f"{name}@{DOMAIN}",
        password=_hashed(password),
        display_name=shown,
        **flags,
    )
    return user, True


@cache
def _hashed(password: str) -> str:
    """Hash the password that the accounts share once: a hash is slow on purpose."""
    return make_password(password)
