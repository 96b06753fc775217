"""Write answers, and forget them in time."""

from datetime import timedelta
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from tomoni_feedback.models import Answer

KEPT = timedelta(days=400)
ANSWERS_A_WINDOW = 10
WINDOW_SECONDS = 600


class TooManyAnswersError(Exception):
    """Raised when one address answers more often than people do."""


@transaction.atomic
def give_answer(
    *, page: Page, language: str, helpful: bool, comment: str, token: UUID, address: str
) -> Answer:
    """Store an answer; the same form sent again gives the same answer.

    Raises `TooManyAnswersError` after ten answers from one address in ten minutes. The address
    is counted in the cache under a keyed hash and never stored.
    """
    known = Answer.objects.filter(token=token).first()
    if known is not None:
        return known
    count_answer(address)
    # A second click may have stored it in the meantime.
    answer, _is_new = Answer.objects.get_or_create(
        token=token,
        defaults={
            "page": page,
            "page_title": page.title,
            "language": language,
            "helpful": helpful,
            "comment": comment,
        },
    )
    return answer


def count_answer(address: str) -> None:
    key = f"tomoni-feedback-{salted_hmac('tomoni_feedback', address).hexdigest()}"
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        answers = cache.incr(key)
    except ValueError:
        # The window ended between the two calls: this is the first answer of a new one.
        cache.set(key, 1, WINDOW_SECONDS)
        answers = 1
    if answers > ANSWERS_A_WINDOW:
        raise TooManyAnswersError


def forget_old() -> None:
    """Delete answers that are older than 400 days; the dashboard looks back twelve weeks."""
    Answer.objects.filter(given_at__lt=timezone.now() - KEPT).delete()
