"""Sign in by user name or by mail address."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from tomoni.accounts.identity import username_for
from tomoni.accounts.models import User


class NameOrMailBackend(ModelBackend):
    """Look a mail address up first; the rest, and its even timing, is Django's."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,  # Django's signature
    ) -> User | None:
        """Return the user, or None."""
        name = None if username is None else username_for(username)
        return super().authenticate(request, username=name, password=password, **kwargs)
