"""What accounts do beside being edited: ask for a password, set it, forget old attempts."""

import logging
from collections.abc import Callable
from datetime import timedelta

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils import timezone
from wagtail.models import Site

from tomoni.accounts.lockout import client_address
from tomoni.accounts.models import Tally, User
from tomoni.accounts.throttle import allow

logger = logging.getLogger(__name__)
HOUR = timedelta(hours=1)
KEEP = timedelta(days=2)


class ThenRedirect(HttpResponseRedirect):
    """Redirect, and work only when the answer is on its way.

    Sending a mail takes time; done before the answer it would tell whether an account exists.
    """

    after: Callable[[], None] | None = None

    def close(self) -> None:
        """Do the work once the server has let go of the response."""
        work, self.after = self.after, None
        if work is not None:
            try:
                work()
            except Exception:
                logger.exception("The work after the answer failed")
        super().close()


def may_ask_for_password(*, request: HttpRequest, mail: str) -> bool:
    """Count a request for a new password by account and by visitor, existing or not."""
    limit = settings.TOMONI_RESETS_PER_HOUR
    by_mail = allow("reset:mail", mail.lower(), limit=limit, every=HOUR)
    by_address = allow("reset:address", client_address(request), limit=limit, every=HOUR)
    return by_mail and by_address


def town_name(request: HttpRequest) -> str:
    """Return the name under which the site writes mails."""
    site = Site.find_for_request(request)
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME


def unlock(*, user: User) -> None:
    """Forget failed attempts on an account whose owner proved themselves by mail."""
    reset(username=user.username.lower())


def forget_attempts() -> None:
    """Delete counts and failed attempts that no limit needs any more."""
    oldest = timezone.now() - KEEP
    AccessAttempt.objects.filter(attempt_time__lt=oldest).delete()
    Tally.objects.filter(window__lt=int(oldest.timestamp() // HOUR.total_seconds())).delete()
