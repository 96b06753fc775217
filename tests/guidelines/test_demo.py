"""The demo town's guideline and its summaries as pages."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page

from tomoni.guidelines.demo import build as guideline_demo
from tomoni.guidelines.models import GuidelinePage, Heading
from tomoni.home.demo import build as town_demo
from tomoni.home.demo import texts as town_texts


@pytest.fixture
def town(db: None) -> None:
    for build in (town_demo.build, guideline_demo.build, town_texts.build):
        build(print)


def test_guideline_has_three_chapters_and_resolves_every_reference(town: None) -> None:
    guideline = GuidelinePage.objects.get(slug="guideline")

    pages = [Client().get(f"/ja/guideline/chapter-{number}/") for number in (1, 2, 3)]

    html = "".join(page.content.decode() for page in pages)
    assert guideline.get_children().live().count() == 3
    assert html.count('class="reference"') >= 6
    assert "#key:" not in html
    assert html.count('class="note-mark"') == html.count('class="note-back"') == 6
    assert Heading.objects.filter(document=guideline, level__gt=1).count() == 52


def test_summary_is_a_page_in_each_language(town: None) -> None:
    responses = {
        code: Client().get(f"/{code}/guideline-summary/")
        for code in ("ja", "ja-simple", "pt-br", "en")
    }

    assert {response.status_code for response in responses.values()} == {200}
    for code, response in responses.items():
        html = response.content.decode()
        others = set(responses) - {code}
        assert all(f'href="/{other}/guideline-summary/"' in html for other in others)
        assert "#page:" not in html
        assert "#section:" not in html


def test_building_twice_changes_nothing(town: None, sink: Callable[[str], None]) -> None:
    before = list(Page.objects.order_by("pk").values("pk", "title", "latest_revision_id"))

    guideline_demo.build(sink)

    assert list(Page.objects.order_by("pk").values("pk", "title", "latest_revision_id")) == before


@pytest.fixture
def sink() -> Callable[[str], None]:
    return lambda _text: None
