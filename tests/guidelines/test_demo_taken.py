"""The demo's documents beside a page that an editor made at the address of one of them."""

import pytest

from tomoni.guidelines.demo import build as guideline_demo
from tomoni.guidelines.models import GuidelinePage
from tomoni.home.demo import build as town_demo
from tomoni.home.demo import texts as town_texts
from tomoni.home.models import HomePage, StandardPage


@pytest.mark.django_db
def test_town_goes_without_documents_whose_address_is_taken() -> None:
    town_demo.build(lambda _line: None)
    home = HomePage.objects.get(locale__language_code="ja")
    own = home.add_child(instance=StandardPage(title="指針", slug="guideline", locale=home.locale))
    said: list[str] = []

    for build in (guideline_demo.build, town_texts.build, guideline_demo.build):
        build(said.append)

    taken = "作らずに残しました（この番地には、もうページがあります）：/ja/guideline/"
    found = GuidelinePage.objects.filter(locale=home.locale).order_by("slug")
    assert said.count(taken) == 2
    assert StandardPage.objects.get(pk=own.pk).title == "指針"
    assert list(found.values_list("slug", flat=True)) == [
        "guideline-summary",
        "participation-ordinance",
        "staff-handbook",
    ]
