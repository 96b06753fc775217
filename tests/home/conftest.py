"""What the home room's tests stand on: languages with front pages, an administrator, the demo."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Site

from tomoni.home.demo import build, texts
from tomoni.home.frame import SiteFrame, frame_of
from tomoni.home.models import HomePage
from tomoni.testing import factories


@pytest.fixture
def home(site: Site) -> HomePage:
    """The live Japanese front page."""
    return HomePage.objects.get(pk=site.root_page_id)


@pytest.fixture
def portuguese(home: HomePage) -> HomePage:
    """The live Portuguese front page."""
    return factories.make_home("pt-br", of=home, town_name="Tomoni")


@pytest.fixture
def frame(rf: RequestFactory, db: None) -> Callable[..., SiteFrame]:
    """Ask for the frame as a new request does."""

    def ask(code: str = "ja") -> SiteFrame:
        request = rf.get(f"/{code}/")
        with translation.override(code):
            return frame_of(request)

    return ask


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    """A browser in which an administrator has signed in."""
    user = get_user_model().objects.create_superuser(
        username="kanri", email="kanri@town.example.jp", password="a long enough secret"
    )
    client.force_login(user, backend="tomoni.accounts.backends.NameOrMailBackend")
    return client


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The whole demo town of this room, built once for a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        build.build(lambda _line: None)
        texts.build(lambda _line: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(town: None, db: None) -> HomePage:
    """The Japanese front page of the demo town; what a test changes is gone after it."""
    return HomePage.objects.get(locale__language_code="ja")
