"""A document's pages: terms, references, the whole on one page, lasting addresses, what is gone."""

import json
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from tests.guidelines.test_reading import anchor, block_id, get, heading, note, text
from wagtail.models import Page, Site

from tomoni.guidelines import drafts, services
from tomoni.guidelines.anchors import heading_anchor, term_anchor
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import (
    ChapterPage,
    DefinedTerm,
    GuidelinePage,
    PlaceOfDisplay,
    RelatedPlan,
)
from tomoni.testing import factories


def terms(name: str, *pairs: tuple[str, str]) -> drafts.RawBlock:
    return drafts.terms(
        block_id=block_id(name),
        terms=[drafts.Term(word, f"<p>{means}</p>") for word, means in pairs],
    )


def anchor_of_term(block: drafts.RawBlock) -> str:
    return term_anchor(block["value"]["terms"][0]["id"])


def link(name: str, words: str) -> str:
    return f'<a href="#{anchor(name)}">{words}</a>'


TERMS = terms("terms", ("協働", "ともに働くこと。"))
ARTICLE = drafts.article(
    block_id=block_id("article"),
    number="第１条",
    caption="趣旨",
    paragraphs=[drafts.LegalParagraph("<p>協働を定める※。</p>")],
)


@pytest.fixture
def guideline(site: Site) -> GuidelinePage:
    return services.create_guideline(
        parent=site.root_page,
        draft=GuidelineDraft(
            title="ともに市の指針",
            slug="guideline",
            edition="第１版",
            adopted_on=date(2016, 4, 1),
            body=[text("foreword", "みんなの協働")],
            chapters=[
                ChapterDraft(
                    number="第１章",
                    title="はじまり",
                    slug="one",
                    body=[
                        heading("目的", number="第１節"),
                        text("t1", "協働と協働。二つめの文。"),
                        heading("ことば", number="第２節"),
                        text("t2", "ここにも協働。"),
                        TERMS,
                        heading("つづき", number="第３節"),
                        text(
                            "t3",
                            f"{link('約束', '第２章第１節')}、{link('約束', '➝９ページ')}、"
                            f"{link('article', '第３条第２項第１号')}、{link('目的', '第１節')}、"
                            f"{link('約束', 'やくそく')}",
                        ),
                    ],
                ),
                ChapterDraft(
                    number="第２章",
                    title="すすめかた",
                    slug="two",
                    body=[
                        heading("約束", number="第１節"),
                        text("t4", "協働の約束です。"),
                        ARTICLE,
                        note("n1", "※", "注です。"),
                    ],
                ),
            ],
        ),
        publish=True,
    )


def test_term_is_explained_once_a_section_in_every_chapter(guideline: GuidelinePage) -> None:
    one, two, front = get("/ja/guideline/one/"), get("/ja/guideline/two/"), get("/ja/guideline/")

    term = anchor_of_term(TERMS)
    assert one.count(f'<a class="term" href="#{term}" aria-describedby="d{term}">協働</a>') == 2
    assert f'<dd id="d{term}">' in one
    address = f'<a class="term" href="/ja/guideline/one/#{term}" aria-describedby="d{term}">'
    assert (two.count(address), front.count(address)) == (1, 1)
    assert [html.count(f'id="d{term}"') for html in (one, two, front)] == [1, 1, 1]
    assert "Words explained" in two or "このページで説明していることば" in two


def test_same_word_means_something_else_in_another_document(guideline: GuidelinePage) -> None:
    other = terms("others", ("協働", "別の意味。"))
    document = factories.make_guideline(guideline.get_parent(), slug="other")
    factories.make_chapter(document, slug="c", body=json.dumps([text("x", "協働"), other]))

    html = get("/ja/other/c/")

    assert f'href="#{anchor_of_term(other)}"' in html
    assert "ともに働くこと" not in html


def test_terms_leave_with_their_chapter_and_move_with_it(guideline: GuidelinePage) -> None:
    other = factories.make_guideline(guideline.get_parent(), slug="other")

    Page.objects.get(slug="one").move(other, pos="last-child")

    assert DefinedTerm.objects.get().document == other
    assert 'class="term"' not in get("/ja/guideline/two/")
    ChapterPage.objects.get(slug="one").unpublish()
    assert 'class="term"' not in get("/ja/other/")


def test_references_say_the_present_number_and_title(guideline: GuidelinePage) -> None:
    chapter = ChapterPage.objects.get(slug="two")
    chapter.number, blocks = "第３章", list(chapter.body.raw_data)
    blocks[0] = {**blocks[0], "value": {"number": "第４節", "text": "誓い", "level": "2"}}
    chapter.body = blocks
    chapter.save_revision().publish()

    html = get("/ja/guideline/one/")

    address = f"/ja/guideline/two/#{anchor('約束')}"
    html = re.sub(" ?[“”「」]", "|", html)
    assert f'<a class="reference" href="{address}">第３章第４節|誓い|</a>' in html
    paper = f'href="{address}" data-on-paper="➝９ページ"'
    assert f'<a class="reference page-reference" {paper}>第３章第４節|誓い|</a>' in html
    assert f'<a class="reference" href="{address}">やくそく</a>' in html
    assert ">第１条第２項第１号</a>" in html
    assert f'<a class="reference" href="#{anchor("目的")}">第１節|目的|</a>' in html


def test_articles_and_their_notes_are_part_of_the_reading(guideline: GuidelinePage) -> None:
    html = get("/ja/guideline/two/")

    assert f'<h3 id="{anchor("article")}" class="article-heading">' in html
    assert f'<sup class="note-mark"><a id="{anchor("n1", "r")}"' in html
    assert f'href="#{anchor("article")}"' in html


def test_whole_document_stands_on_one_page_with_anchors_of_its_own(
    guideline: GuidelinePage,
) -> None:
    html = get("/ja/guideline/all/")

    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    described = set(re.findall(r'aria-describedby="([^"]+)"', html))
    hrefs = {one for one in re.findall(r'href="#([^"]+)"', html) if one != "main"}
    assert described | hrefs <= set(ids)
    assert {anchor("約束"), anchor("目的"), anchor("article")} <= set(ids)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("chapters", [3, 30])
def test_whole_document_asks_the_same_whatever_its_length(
    guideline: GuidelinePage, chapters: int, django_assert_max_num_queries: Any
) -> None:
    home = guideline.get_parent()
    for number in range(chapters):
        body = [
            *(heading(f"{number}-{one}") for one in range(10)),
            text(f"x{number}", f'<a linktype="page" id="{home.pk}">ここ</a>'),
        ]
        factories.make_chapter(guideline, slug=f"more-{number}", body=json.dumps(body))
    client = Client()
    client.get("/ja/guideline/all/")

    with django_assert_max_num_queries(12) as asked:
        client.get("/ja/guideline/all/")

    assert len(asked) == 9


@pytest.mark.parametrize("headings", [3, 300])
def test_chapter_asks_the_same_whatever_its_headings(
    guideline: GuidelinePage, headings: int, django_assert_num_queries: Any
) -> None:
    body = [heading(f"h{number}") for number in range(headings)]
    factories.make_chapter(guideline, slug="long", body=json.dumps([*body, text("x", "協働")]))
    client = Client()
    client.get("/ja/guideline/long/")

    with django_assert_num_queries(6):
        client.get("/ja/guideline/long/")


def test_lasting_address_leads_to_where_a_section_stands_now(guideline: GuidelinePage) -> None:
    address = f"/ja/guideline/s/{anchor('約束')}/"
    assert Client().get(address)["Location"] == f"/ja/guideline/two/#{anchor('約束')}"

    one, two = ChapterPage.objects.get(slug="one"), ChapterPage.objects.get(slug="two")
    raw = list(two.body.raw_data)
    one.body, two.body = [*one.body.raw_data, raw[0]], raw[1:]
    one.save_revision().publish()
    two.save_revision().publish()

    assert Client().get(address)["Location"] == f"/ja/guideline/one/#{anchor('約束')}"
    html = get("/ja/guideline/two/")
    assert f'<div class="placeholder" id="{anchor("約束")}"' in html
    assert f'href="/ja/guideline/one/#{anchor("約束")}">第１節　約束</a>' in html


def test_removed_section_is_told_with_the_edition_in_which_it_stood(
    guideline: GuidelinePage,
) -> None:
    document = GuidelinePage.objects.get(pk=guideline.pk)
    document.edition = "第２版"
    two = ChapterPage.objects.get(slug="two")
    two.body = list(two.body.raw_data)[1:]
    two.save_revision()
    document.save_revision().publish()

    answer = Client().get(f"/ja/guideline/s/{anchor('約束')}/")
    chapter = get("/ja/guideline/two/")

    assert answer.status_code == 410
    html = answer.content.decode()
    edition = document.editions.get(label="第１版")
    assert f'href="/ja/guideline/editions/{edition.slug}/#{anchor("約束")}"' in html
    assert "第１節　約束" in html
    assert f'id="{anchor("約束")}"' in chapter
    assert f"editions/{edition.slug}/#{anchor('約束')}" in chapter


def test_unknown_section_is_not_found(guideline: GuidelinePage) -> None:
    assert Client().get("/ja/guideline/s/s-00000000/").status_code == 404
    assert Client().get("/ja/guideline/never/").status_code == 404


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_old_address_of_a_chapter_answers_with_a_sentence(
    guideline: GuidelinePage, way: str, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        getattr(ChapterPage.objects.get(slug="two"), way)()

    answer = Client().get("/ja/guideline/two/")
    section = Client().get(f"/ja/guideline/s/{anchor('約束')}/")

    assert (answer.status_code, section.status_code) == (410, 410)
    assert "すすめかた" in answer.content.decode()
    assert 'href="/ja/guideline/"' in answer.content.decode()


def test_renamed_chapter_is_led_to(guideline: GuidelinePage) -> None:
    two = ChapterPage.objects.get(slug="two")
    two.slug = "zwei"
    two.save_revision().publish()
    document = GuidelinePage.objects.get(pk=guideline.pk)

    # The present edition knows the new address only; an older one still knows the old.
    edition = document.editions.get()
    text_then = json.loads(json.dumps(edition.text).replace('"zwei"', '"two"'))
    type(edition).objects.create(
        document=document, label="古い版", slug="old", order=0, text=text_then,
        ended_at=edition.first_published_at,
    )  # fmt: skip

    answer = Client().get("/ja/guideline/two/")

    assert answer["Location"] == "/ja/guideline/zwei/"


def test_page_says_state_edition_and_last_change(guideline: GuidelinePage) -> None:
    for path in ("/ja/guideline/", "/ja/guideline/one/", "/ja/guideline/all/"):
        html = get(path)

        status = re.search(r'<p class="document-status">.*?</p>', html, re.DOTALL)[0]
        assert "施行中" in status
        assert "第１版" in status
        assert "<time" in status


def test_ended_document_says_so_on_every_page_and_leads_to_its_successor(
    guideline: GuidelinePage,
) -> None:
    new = factories.make_guideline(guideline.get_parent(), slug="new", title="新しい指針")
    GuidelinePage.objects.filter(pk=guideline.pk).update(
        state="superseded", succeeded_by=new, ended_on=date(2026, 3, 31)
    )

    for path in ("/ja/guideline/", "/ja/guideline/one/", "/ja/guideline/all/"):
        assert re.search(r'document-ended.*?href="/ja/new/"', get(path), re.DOTALL)


def test_document_shows_its_facts_and_relations_both_ways(guideline: GuidelinePage) -> None:
    home = guideline.get_parent()
    summary = factories.make_guideline(home, slug="s", title="概要版", summary_of=guideline)
    RelatedPlan.objects.create(document=guideline, name="総合計画", part="政策4-2")
    PlaceOfDisplay.objects.create(document=guideline, name="市役所", address="中央1-1")
    GuidelinePage.objects.filter(pk=guideline.pk).update(
        foreword_name="山田花子", foreword_office="市長"
    )

    html, other = get("/ja/guideline/"), get("/ja/s/")

    for words in ("総合計画", "政策4-2", "市役所", "中央1-1", "市長", "山田花子"):
        assert words in html
    assert f'<a href="/ja/{summary.slug}/">概要版</a>' in html
    assert '<a href="/ja/guideline/">ともに市の指針</a>' in other


def test_section_offers_its_citation_without_scripts(guideline: GuidelinePage) -> None:
    html = get("/ja/guideline/one/")

    text_of_quote = re.search(r'<p class="quote-text">(.*?)</p>', html)[1]
    plain = re.sub(r"<[^>]+>", "", text_of_quote)
    assert plain.startswith("「協働と協働。」『ともに市の指針")
    for words in ("第１版", "第１章　はじまり", "第１節　目的"):
        assert words in plain
    assert plain.endswith(f"http://testserver/ja/guideline/s/{anchor('目的')}/")


def test_linked_data_tells_the_document_and_escapes_what_could_end_it(
    guideline: GuidelinePage,
) -> None:
    GuidelinePage.objects.filter(pk=guideline.pk).update(title="</script><b>")

    html = get("/ja/guideline/one/")

    stored = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1]
    told = json.loads(stored)
    assert told["isPartOf"]["name"] == "</script><b>"
    assert (told["name"], told["inLanguage"]) == ("第１章　はじまり", "ja")
    assert told["version"] == "第１版"


def test_chapter_has_an_anchor_that_lasts(guideline: GuidelinePage) -> None:
    chapter = ChapterPage.objects.get(slug="two")

    answer = Client().get(f"/ja/guideline/s/{heading_anchor(str(chapter.translation_key))}/")

    assert answer["Location"] == "/ja/guideline/two/"
