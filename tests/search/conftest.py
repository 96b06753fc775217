"""Searching as a visitor does, and publishing as editors do."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from tomoni.search.models import SearchEntry


@pytest.fixture
def committed(db, django_capture_on_commit_callbacks) -> Callable:
    """`with committed():` runs at its end what waits for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def search(client: Client) -> Iterator[Callable[..., list[str]]]:
    """`search("ごみ")` gives the titles found, in their order."""

    def titles(q: str, *, code: str = "ja", page: str = "1") -> list[str]:
        response = client.get(f"/{code}/search/", {"q": q, "page": page})
        entries = response.context["found"].page.object_list
        return [entry.title for entry in entries]

    return titles


@pytest.fixture
def indexed() -> Callable[[], list[str]]:
    """`indexed()` gives the titles of all that is in the index."""
    return lambda: sorted(SearchEntry.objects.values_list("title", flat=True))
