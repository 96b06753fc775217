"""Searching as a visitor does, and publishing as editors do."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest
from django.test import Client
from django.utils import timezone

from tomoni.plugins import Facet, SearchSource, SearchText
from tomoni.search.models import SearchDocument
from tomoni.search.selectors import facets
from tomoni.search.services.writing import Texts, write
from tomoni.search.sources import sources

COLOUR = Facet(name="colour", label="色", labels=f"{__name__}.colours")
THINGS = SearchSource(
    name="things",
    label="物",
    model="tomoni_home.Section",
    documents=f"{__name__}.nothing",
    facets=(COLOUR,),
)


def nothing(_section):
    return ()


def colours(values, code):
    return {value: f"{value} {code}" for value in values if value != "nameless"}


@pytest.fixture(autouse=True)
def forget_signatures() -> Iterator[None]:
    """Each test has its own signatures, and gives their keys anew."""
    facets._known.clear()
    yield
    facets._known.clear()


@pytest.fixture
def committed(db, django_capture_on_commit_callbacks) -> Callable:
    """`with committed():` runs at its end what waits for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def search(client: Client) -> Iterator[Callable[..., list[str]]]:
    """`search("ごみ")` gives the titles found, in their order."""

    def titles(q: str, *, code: str = "ja", **sent: object) -> list[str]:
        found = client.get(f"/{code}/search/", {"q": q, **sent}).context["found"]
        return [result.row.title for result in (*found.own, *found.japanese)]

    return titles


@pytest.fixture
def indexed() -> Callable[[], list[str]]:
    """`indexed()` gives the titles of all that is in the index."""
    return lambda: sorted(SearchDocument.objects.values_list("title", flat=True))


@pytest.fixture
def put(db, extensions) -> Iterator[Callable[..., SearchDocument]]:
    """`put("title", text="…")` makes a text of the source `things` findable."""
    numbers = count(1)

    def one(title: str, *, locale: str = "ja", days: int = 0, **fields: object) -> SearchDocument:
        (source,) = (known for known in sources() if known.label == THINGS.label)
        key = str(next(numbers))
        fields.setdefault("url", f"/{locale}/x/{key}/")
        text = SearchText(locale=locale, title=title, **fields)
        write([Texts(source, key, timezone.now() - timedelta(days=days), (text,))])
        return SearchDocument.objects.get(source=source.name, object_key=key)

    with extensions(THINGS):
        yield one
