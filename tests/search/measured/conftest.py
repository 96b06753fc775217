"""The demo town with all that can be found in it, put up once for what is measured."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tomoni.guidelines.demo import build as guidelines
from tomoni.home.demo import build as pages
from tomoni.home.demo import texts
from tomoni.search.demo import build as words
from tomoni.search.receivers import left_alone
from tomoni.search.services import rebuild


# Not for the package: other files may be tested in this process before its second one.
@pytest.fixture(scope="module")
def built_town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        with left_alone():
            for part in (pages, guidelines, words, texts):
                part.build(_nobody_listens)
        rebuild(started=_nobody_counts, advanced=_nobody_counts)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def town(built_town: None, db: None) -> None:
    """The whole demo town and its index; what a test changes is gone after it."""


def _nobody_listens(_line: str) -> None:
    """Take the lines that `tomoni demo` shows."""


def _nobody_counts(_number: int) -> None:
    """Take the numbers of the index's display."""
