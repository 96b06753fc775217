"""Writing the whole index anew."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tomoni.home.facets import SECTION
from tomoni.home.models import Section
from tomoni.plugins import Health, SearchSource, SearchText
from tomoni.search import selectors, services
from tomoni.search.models import FacetSignature, SearchChange, SearchDocument, SuggestionKey
from tomoni.testing import factories


def section_texts(section):
    if "悪" in section.name:
        raise KeyError(section.name)
    yield SearchText(key="", locale="ja", title=f"{section.name}\x00\ud800", url="/", text="\ud800")


def faceted_texts(section):
    facets = {"section": (str(section.translation_key),)}
    yield SearchText(locale="ja", title=section.name, url="/", facets=facets)


FACETED = SearchSource(
    "faceted", "課", "tomoni_home.Section", f"{__name__}.faceted_texts", facets=(SECTION,)
)
SECTIONS = SearchSource("sections", "課", "tomoni_home.Section", f"{__name__}.section_texts")


@pytest.fixture
def pages(site) -> list[Page]:
    """Three live pages that the index does not know yet, for nothing was committed."""
    return [factories.make_page(site.root_page, title=f"頁{number}") for number in (1, 2, 3)]


def failed() -> SearchChange:
    return SearchChange.objects.create(
        kind=SearchChange.Kind.OBJECT, model="gone.Gone", object_key="1", attempts=1, error="x"
    )


def rebuild() -> tuple[int, int, int]:
    totals, steps = [], []
    count = services.rebuild(started=totals.append, advanced=steps.append)
    return count, sum(totals), sum(steps)


def test_rebuild_finds_all_that_is_public_and_tells_its_progress(pages, indexed):
    Page.objects.filter(pk=pages[2].pk).update(live=False)

    outcome = rebuild()

    assert outcome == (2, 3, 3)
    assert indexed() == ["頁1", "頁2"]


def test_rebuild_twice_changes_nothing(pages, indexed):
    rebuild()

    assert (rebuild()[0], indexed()) == (3, ["頁1", "頁2", "頁3"])


def test_rebuild_writes_what_is_known_in_its_place(pages):
    rebuild()
    before = shown()
    SearchDocument.objects.update(title="x", passages=[{"anchor": "", "heading": "", "text": "y"}])
    Page.objects.filter(pk=pages[0].pk).update(title="新しい頁")

    rebuild()

    renewed = {(pk, key, "新しい頁" if title == "頁1" else title) for pk, key, title in before}
    assert shown() == renewed
    assert [key.document for key in SuggestionKey.objects.filter(key="新しい頁".encode())] == [
        pk for pk, _key, title in renewed if title == "新しい頁"
    ]
    assert not SuggestionKey.objects.filter(key="頁1".encode()).exists()


@pytest.mark.parametrize("count", [3, 60])
def test_known_texts_are_rewritten_in_one_statement(site, count):
    made = [factories.make_page(site.root_page, slug=f"x{at}", title="頁") for at in range(count)]
    keys = [page.pk for page in made]
    services.index_objects(model=Page, keys=keys)

    with CaptureQueriesContext(connection) as asked:
        services.index_objects(model=Page, keys=keys, anew=True)

    texts = f'"{SearchDocument._meta.db_table}"'
    changes = [one["sql"] for one in asked if "INSERT" in one["sql"] or "UPDATE" in one["sql"]]
    assert len([sql for sql in changes if texts in sql[:80]]) == 1


@pytest.mark.parametrize("count", [3, 60])
def test_combinations_of_filters_are_asked_for_at_once(site, extensions, count):
    made = [Section.objects.create(name="課", locale=site.root_page.locale) for _ in range(count)]
    keys = [section.pk for section in made]

    with extensions(FACETED):
        services.index_objects(model=Section, keys=keys)
        with CaptureQueriesContext(connection) as asked:
            services.index_objects(model=Section, keys=keys)

    assert FacetSignature.objects.count() == count
    assert (
        len([one for one in asked if f'FROM "{FacetSignature._meta.db_table}"' in one["sql"]]) == 1
    )


def shown() -> set[tuple[object, ...]]:
    return set(SearchDocument.objects.values_list("pk", "object_key", "title"))


def test_rebuild_takes_leftovers_out(pages, indexed):
    rebuild()
    SearchDocument.objects.filter(title="頁1").update(object_key="999999")
    SearchDocument.objects.filter(title="頁2").update(source="plugin_gone.pages")

    rebuild()

    assert indexed() == ["頁1", "頁2", "頁3"]


def test_rebuild_never_hides_what_can_be_found(pages):
    rebuild()
    seen = []

    services.rebuild(
        started=lambda _total: seen.append(SearchDocument.objects.count()),
        advanced=lambda _steps: seen.append(SearchDocument.objects.count()),
    )

    assert seen == [3, 3]


def test_rebuild_goes_on_after_a_bad_object(pages, extensions, indexed):
    for name in ("悪い課", "良い課"):
        Section.objects.create(name=name, locale=pages[0].locale)

    with extensions(SECTIONS):
        rebuild()

    assert indexed() == ["良い課?", "頁1", "頁2", "頁3"]
    assert SearchChange.objects.get(attempts=1).error == "test.sections: KeyError: '悪い課'"


def test_command_tells_how_many_texts_can_be_found(pages):
    out = io.StringIO()
    failed()

    call_command("rebuild_search_index", stdout=out)

    last = out.getvalue().splitlines()[-2:]
    assert (last[0][0], last[1]) == ("3", "gone.Gone 1: x")


def test_empty_index_is_told_where_something_is_live(pages):
    before = selectors.ask_index()
    rebuild()

    assert before == Health(ok=True, detail="The index is empty: run tomoni rebuild_search_index.")
    assert selectors.ask_index() == Health(ok=True)


def test_index_of_an_empty_site_is_well(db):
    assert selectors.ask_index() == Health(ok=True)


def test_index_tells_what_failed(pages):
    rebuild()
    failed()

    assert selectors.ask_index().detail == "1 objects could not be indexed."
