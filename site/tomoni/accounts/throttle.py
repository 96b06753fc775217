"""Count requests in the database, so that all worker processes share one limit."""

import time
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from tomoni.accounts.models import Tally

SALT = "tomoni.accounts.throttle"


def allow(bucket: str, asker: str, *, limit: int, every: timedelta) -> bool:
    """Count one request of `asker` and tell whether it is within the limit."""
    key = salted_hmac(SALT, f"{bucket}:{asker}", algorithm="sha256").hexdigest()
    window = int(time.time() // every.total_seconds())
    with transaction.atomic():
        tally, _made = Tally.objects.get_or_create(bucket=bucket, key=key, window=window)
        Tally.objects.filter(pk=tally.pk).update(count=F("count") + 1)
        tally.refresh_from_db(fields=["count"])
    return tally.count <= limit
