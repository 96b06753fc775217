"""Counting requests, and forgetting them."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from tomoni.accounts.models import Tally
from tomoni.accounts.services import forget_attempts
from tomoni.accounts.throttle import allow

pytestmark = pytest.mark.django_db


def test_allow_counts_each_asker_and_bucket_apart():
    hour = timedelta(hours=1)

    answers = [allow("mail", "a", limit=2, every=hour) for _ in range(3)]
    others = [allow("mail", "b", limit=2, every=hour), allow("form", "a", limit=2, every=hour)]

    assert (answers, others) == ([True, True, False], [True, True])


def test_forget_attempts_keeps_only_what_limits_need():
    now = timezone.now()
    for days in (0, 3):
        attempt = AccessAttempt.objects.create(
            username=str(days), ip_address="127.0.0.1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=now - timedelta(days=days))
        Tally.objects.create(
            bucket="mail", key=str(days), window=int(now.timestamp() // 3600) - 24 * days
        )

    forget_attempts()

    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["0"]
    assert list(Tally.objects.values_list("key", flat=True)) == ["0"]
