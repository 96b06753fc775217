"""Editions and 新旧対照 as residents meet them: their pages, who may see them, what they cost."""

import re
from datetime import date
from itertools import pairwise

import pytest
from django.test import Client
from tests.guidelines.test_editions import chapter, edited, publish_draft, put_up, renew
from tests.guidelines.test_reading import anchor, block_id, heading, note, text
from wagtail.models import PageViewRestriction, Site

from tomoni.guidelines import services
from tomoni.guidelines.models import Audience, ChapterPage, GuidelinePage
from tomoni.home.frame import forget_frames
from tomoni.testing import factories

OLD, NEW = "第1版", "第2版"
PAGES = ("editions/", f"editions/{OLD}/", "compare/", f"compare/{OLD}/{NEW}/")


def make_editions(site: Site, *, chapters: int = 2, sections: int = 2) -> GuidelinePage:
    """Return a document whose second edition changed a word in each chapter."""
    document = put_up(
        site,
        *(chapter(f"ch{number}", *blocks(number, sections)) for number in range(1, chapters + 1)),
        adopted_on=date(2016, 4, 1),
        body=[text("foreword", "はじめのことば")],
    )
    renew(document, adopted_on=date(2026, 4, 1))
    services.set_reason(
        document=document, label="第２版", anchor=anchor("ch1-0"), text="言葉をそろえました。"
    )
    return GuidelinePage.objects.get(pk=document.pk)


def blocks(number: int, sections: int) -> list:
    found = []
    for k in range(sections):
        name = f"ch{number}-{k}"
        found += [heading(name, number=f"第{k + 1}節"), text(f"t-{name}", f"{name}の未来※。")]
        found.append(note(f"n-{name}", "※", "<b>注</b>です。"))
    return found


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    return make_editions(site)


def get(path: str) -> str:
    response = Client().get(f"/ja/guideline/{path}")
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_history_lists_editions_and_changes(document: GuidelinePage) -> None:
    html = get("editions/")

    assert f'href="/ja/guideline/editions/{OLD}/"' in html
    assert f'href="/ja/guideline/compare/{OLD}/{NEW}/"' in html
    assert "2016年4月1日（平成28年4月1日）" in words(html)
    kinds = re.findall(r"<p><b>(.*?)</b> <span>(.*?)</span></p>", html)
    assert kinds == [("改定しました", "第２版"), ("公開しました", "第１版")]


def test_old_edition_is_read_whole_at_its_own_address(document: GuidelinePage) -> None:
    html = get(f"editions/{OLD}/")

    assert "ch1-0の未来" in words(html)
    assert "将来" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="/ja/guideline/editions/{OLD}/">' in html
    assert f'<a id="{anchor("n-ch2-1", "r")}" href="#{anchor("n-ch2-1", "n")}"' in html
    assert re.findall(r"<h([1-6])", html.split("<main")[1].split("</article>")[0]) == [
        *"1",
        *"2332 33".replace(" ", ""),
    ]


def test_old_edition_keeps_its_references_on_its_own_page(site: Site) -> None:
    link = f'<a href="#{anchor("約束")}">約束</a>と<a href="#s-00000000">なし</a>'
    document = put_up(site, chapter("one", text("t", link)), chapter("two", heading("約束")))
    edited(ChapterPage.objects.get(slug="two"), body=[])
    publish_draft(edited(document, edition="第２版"))

    html = get(f"editions/{OLD}/")

    assert f'<a class="reference" href="#{anchor("約束")}">約束</a>となし' in html
    assert f'id="{anchor("約束")}"' in html


def test_present_edition_leads_to_the_document(document: GuidelinePage) -> None:
    response = Client().get(f"/ja/guideline/editions/{NEW}/")

    assert (response.status_code, response["Location"]) == (302, "/ja/guideline/")


def test_comparison_marks_words_and_tells_the_reason(document: GuidelinePage) -> None:
    html = get(f"compare/{OLD}/{NEW}/")

    assert (
        re.sub(r'<span class="visually-hidden">.*?</span>', "", html).count("<del>未来</del>") == 2
    )
    assert '<ins><span class="visually-hidden">［追加 </span>将来' in html
    assert "言葉をそろえました。" in words(html)
    assert f'href="/ja/guideline/ch1/#{anchor("ch1-0")}"' in html
    assert f'href="/ja/guideline/editions/{OLD}/#{anchor("ch1-0")}"' in html
    assert html.count('<details class="unchanged">') > 0
    assert '<details class="unchanged" open>' in get(f"compare/{OLD}/{NEW}/?open=all")


def test_comparison_has_its_headings_in_order(document: GuidelinePage) -> None:
    html = get(f"compare/{OLD}/{NEW}/?open=all").split("<main")[1].split("</article>")[0]

    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_id_stands_once_in_a_comparison(document: GuidelinePage) -> None:
    ids = re.findall(r'\bid="([^"]+)"', get(f"compare/{OLD}/{NEW}/?open=all"))

    assert sorted(set(ids)) == sorted(ids)


def test_chosen_editions_are_led_to_the_older_first(document: GuidelinePage) -> None:
    response = Client().get("/ja/guideline/compare/", {"old": NEW, "new": OLD})

    assert response["Location"] == Client().get(f"/ja/guideline/compare/{NEW}/{OLD}/")["Location"]
    assert Client().get(response["Location"]).status_code == 200


def test_same_edition_twice_is_answered_with_a_sentence(document: GuidelinePage) -> None:
    response = Client().get(f"/ja/guideline/compare/{OLD}/{OLD}/", follow=True)

    assert "同じ版どうしに違いはありません。" in response.content.decode()


@pytest.mark.parametrize("path", ["editions/nope/", "compare/nope/第1版/", "compare/第1版/x/"])
def test_unknown_edition_is_not_found(document: GuidelinePage, path: str) -> None:
    response = Client().get(f"/ja/guideline/{path}")

    assert response.status_code == 404
    assert "error-page" in response.content.decode()


def test_document_with_one_edition_has_nothing_to_compare(site: Site) -> None:
    factories.make_guideline(site.root_page, slug="guideline", edition="第１版")

    assert "比べることができません" in words(get("compare/"))
    assert "第１版" in words(get("editions/"))


@pytest.mark.parametrize("path", [*PAGES, "changes.atom"])
def test_staff_document_is_closed_in_all_its_pages(document: GuidelinePage, path: str) -> None:
    document.audience = Audience.STAFF
    document.save_revision().publish()
    forget_frames()

    response = Client().get(f"/ja/guideline/{path}")

    assert response.status_code in {302, 404}
    assert "未来" not in response.content.decode()


@pytest.mark.parametrize("path", [f"editions/{OLD}/", f"compare/{OLD}/{NEW}/"])
def test_closed_chapter_is_left_out_of_its_editions(document: GuidelinePage, path: str) -> None:
    PageViewRestriction.objects.create(
        page=ChapterPage.objects.get(slug="ch2"),
        restriction_type=PageViewRestriction.PASSWORD,
        password="himitsu",
    )
    forget_frames()

    html = get(path)

    assert ("ch1-0" in html, "ch2-0" in html) == (True, False)


@pytest.mark.parametrize(
    ("consented", "until", "shown"),
    [
        (True, None, True),
        (True, "2999-01-01", True),
        (True, "2001-01-01", False),
        (False, None, False),
    ],
)
@pytest.mark.parametrize("path", [f"editions/{OLD}/", f"compare/{OLD}/{NEW}/?open=all"])
def test_names_are_told_no_longer_than_agreed(
    document: GuidelinePage, path: str, consented: bool, until: str | None, shown: bool
) -> None:
    roster = {
        "title": "委員",
        "members": [{"category": "", "name": "山田花子", "affiliation": "", "note": ""}],
        "retention_until": until,
        "consented": consented,
    }
    for edition in document.editions.all():
        block = {"type": "roster", "id": str(block_id("roster")), "value": roster}
        edition.text["pages"][1]["body"].append(block)
        edition.save()

    assert ("山田花子" in get(path)) is shown


@pytest.mark.parametrize(("chapters", "sections"), [(1, 1), (3, 4)])
@pytest.mark.parametrize("path", PAGES)
def test_pages_cost_the_same_whatever_the_length(
    site: Site, django_assert_max_num_queries, path: str, chapters: int, sections: int
) -> None:
    make_editions(site, chapters=chapters, sections=sections)
    get("")

    with django_assert_max_num_queries(15):
        get(path)


def test_comparison_is_made_once(document: GuidelinePage, monkeypatch: pytest.MonkeyPatch) -> None:
    first = get(f"compare/{OLD}/{NEW}/")
    monkeypatch.setattr("tomoni.guidelines.selectors.comparisons.compare", None)

    assert get(f"compare/{OLD}/{NEW}/") == first
