"""The demo town's words and pictures: whole, consistent, fictional, harmless."""

import re
from datetime import date
from pathlib import Path

import pytest

from tomoni.design.accent import check_accent
from tomoni.guidelines.demo import content as guideline_content
from tomoni.home.criteria import CRITERIA
from tomoni.home.demo import content
from tomoni.home.demo.content.blocks import (
    Block,
    Heading,
    Table,
    targets,
    texts,
)
from tomoni.home.demo.content.records import Page
from tomoni.home.words import WORDS

JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿]")
TRANSLATED = ("ja-simple", "pt-br", "en")
FOREIGN = ("pt-br", "en")
PAGES_ELSEWHERE = {
    "guideline",
    "guideline-summary",
    "accessibility-policy",
    "accessibility-result",
}
FOLDERS = (
    Path(content.__file__).parent,
    Path(guideline_content.__file__).parent,
)


def said(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return tuple(text for block in blocks for text in texts(block))


def front_texts(locale: str) -> list[str]:
    front = content.front_page(locale)
    help_box, guideline = front.language_help, front.guideline
    return [
        *(front.title, front.description, front.hero_title, front.hero_lead),
        *(front.cards_title, front.notices_title),
        *(text for card in front.cards for text in (card.title, card.text)),
        *(text for notice in front.notices for text in (notice.title, notice.text)),
        *(text for box in (help_box, guideline) for text in (box.title, box.text, box.link_text)),
    ]


def section_texts(locale: str) -> list[str]:
    sections = content.sections(locale)
    return [text for s in sections for text in (s.name, s.floor, s.hours, s.duties)]


def pages_in(locale: str) -> list[Page]:
    keys = content.page_keys()
    return [content.page(key, locale) for key in keys if locale in content.page_locales(key)]


def page_texts(locale: str) -> list[str]:
    return [
        text for page in pages_in(locale) for text in (page.title, page.lead, *said(page.blocks))
    ]


def summary_texts(locale: str) -> list[str]:
    summary = next(s for s in guideline_content.summaries() if s.locale == locale)
    return [summary.title, summary.lead, *said(summary.foreword)]


def other_texts(locale: str) -> list[str]:
    town = content.town(locale)
    return [
        *(town.name, town.site_name, town.tagline, town.address, town.hours, town.copyright),
        *(word.value for word in content.wording(locale)),
        *(text for picture in content.pictures(locale) for text in (picture.title, picture.alt)),
    ]


def all_texts(locale: str) -> list[str]:
    return [
        *front_texts(locale),
        *section_texts(locale),
        *page_texts(locale),
        *summary_texts(locale),
        *other_texts(locale),
    ]


def outline(blocks: tuple[Block, ...]) -> list[tuple[str, int]]:
    return [(block.key, block.level) for block in blocks if isinstance(block, Heading)]


def grids(blocks: tuple[Block, ...]) -> list[tuple[int, ...]]:
    return [tuple(len(row) for row in block.rows) for block in blocks if isinstance(block, Table)]


def test_pages_of_the_menu_exist_in_each_language_and_all_in_japanese():
    locales = {key: content.page_locales(key) for key in content.page_keys()}

    everywhere = [key for key, codes in locales.items() if codes == content.LOCALES]
    assert everywhere == ["garbage", "tomoni-kan", "collaboration-desk", "about-this-site"]
    assert [key for key, codes in locales.items() if "ja" not in codes] == []


def test_pages_below_another_speak_no_language_that_it_lacks():
    pages = [page for locale in content.LOCALES for page in pages_in(locale) if page.parent]

    orphans = [
        (page.key, page.locale)
        for page in pages
        if page.locale not in content.page_locales(page.parent)
    ]

    assert pages
    assert orphans == []


@pytest.mark.parametrize("locale", content.LOCALES)
def test_texts_are_never_empty(locale):
    empty = [text for text in all_texts(locale) if not text.strip()]

    assert empty == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_translations_have_the_same_outline_and_tables(locale):
    translated = pages_in(locale)

    japanese = [content.page(page.key, "ja") for page in translated]

    assert [outline(p.blocks) for p in translated] == [outline(p.blocks) for p in japanese]
    assert [grids(p.blocks) for p in translated] == [grids(p.blocks) for p in japanese]
    assert [p.section for p in translated] == [p.section for p in japanese]
    assert [p.parent for p in translated] == [p.parent for p in japanese]


@pytest.mark.parametrize("locale", TRANSLATED)
def test_front_page_says_the_same_things_in_each_language(locale):
    def skeleton(front):
        cards = [(card.key, card.target, card.picture) for card in front.cards]
        return cards, [(notice.key, notice.date, notice.section) for notice in front.notices]

    japanese, translated = content.front_page("ja"), content.front_page(locale)

    assert skeleton(translated) == skeleton(japanese)


def test_summaries_have_one_outline():
    outlines = {tuple(outline(summary.foreword)) for summary in guideline_content.summaries()}

    assert len(outlines) == 1
    assert {summary.locale for summary in guideline_content.summaries()} == set(content.LOCALES)


@pytest.mark.parametrize("locale", FOREIGN)
def test_foreign_texts_hold_no_japanese_letters(locale):
    japanese = [text for text in all_texts(locale) if JAPANESE.search(text)]

    assert japanese == []


def test_easy_japanese_is_not_the_japanese_text():
    official = {
        text
        for text in all_texts("ja")
        if len(re.sub(r"<[^>]+>", "", text)) > 12  # names stay
    }

    same = official & set(all_texts("ja-simple"))

    assert same == set()


def test_easy_japanese_keeps_sentences_short_and_plain():
    hard = re.compile(r"いただ|ございま|申し上げ|存じ|なるべく|適宜|令和|平成|～|ないわけでは")
    prose = [re.sub(r"<[^>]+>|（[^）]*）", "", text) for text in all_texts("ja-simple")]
    sentences = [part for text in prose for part in re.split(r"[。！？]", text) if part]

    assert [s for s in sentences if len(s) > 40] == []
    assert [s for s in sentences if hard.search(s)] == []


@pytest.mark.parametrize("locale", content.LOCALES)
def test_links_of_pages_lead_to_pages_and_sections(locale):
    pages = {*content.page_keys(), *PAGES_ELSEWHERE}
    sections = {section.key for section in content.sections(locale)}
    blocks = [b for page in pages_in(locale) for b in page.blocks]
    summary = next(s for s in guideline_content.summaries() if s.locale == locale)
    front = content.front_page(locale)
    found = [
        *targets(blocks),
        *targets(summary.foreword),
        *(card.target for card in front.cards),
        *(box.target for box in (front.language_help, front.guideline)),
        *(f"section:{notice.section}" for notice in front.notices),
    ]

    known = {*(f"page:{key}" for key in pages), *(f"section:{key}" for key in sections)}

    assert [target for target in found if target not in known] == []


@pytest.mark.parametrize("locale", FOREIGN)
def test_foreign_pages_link_only_to_pages_in_their_language(locale):
    blocks = [b for page in pages_in(locale) for b in page.blocks]
    front = content.front_page(locale)

    found = {*targets(blocks), *(card.target for card in front.cards), front.guideline.target}

    assert "page:guideline" not in found


def test_tables_have_one_row_and_one_column_of_headers():
    blocks = [b for page in pages_in("ja") for b in page.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]

    assert {(t.header_rows, t.header_columns) for t in tables} == {(1, 1)}


def test_wording_covers_the_words_of_the_core():
    keys = {locale: [word.key for word in content.wording(locale)] for locale in content.LOCALES}

    declared = [word.key for word in WORDS]
    assert keys == dict.fromkeys(content.LOCALES, declared)


def test_accent_is_strong_enough():
    colours = {content.town(locale).accent for locale in content.LOCALES}

    assert [check_accent(colour) for colour in colours] == [check_accent("#115a36")]


def test_texts_fit_their_fields():
    too_long = [
        text
        for locale in content.LOCALES
        for text, most in (
            *((card.title, 60) for card in content.front_page(locale).cards),
            *((card.text, 200) for card in content.front_page(locale).cards),
            *((notice.title, 160) for notice in content.front_page(locale).notices),
            *((picture.alt, 255) for picture in content.pictures(locale)),
            *((section.hours, 200) for section in content.sections(locale)),
            *((word.value, 80) for word in content.wording(locale)),
            (content.town(locale).name, 60),
        )
        if len(text) > most
    ]

    assert too_long == []


def test_notices_name_the_right_days_of_the_week():
    days = "月火水木金土日"
    wrong = []
    for notice in content.front_page("ja").notices:
        for month, day, weekday in re.findall(
            r"(\d+)月(\d+)日（(.)曜日）", notice.title + notice.text
        ):
            year = notice.date.year + (int(month) < notice.date.month)
            if days[date(year, int(month), int(day)).weekday()] != weekday:
                wrong.append((month, day, weekday))

    assert wrong == []


def test_accessibility_result_answers_each_criterion():
    result = content.accessibility_result()

    found = [(criterion.number, criterion.level) for criterion in result.criteria]

    assert found == [(criterion.number, criterion.level) for criterion in CRITERIA]
    assert {criterion.outcome for criterion in result.criteria} == {"met", "not_applicable"}
    assert [c.number for c in result.criteria if c.outcome != "met" and not c.note] == []


def test_accessibility_result_says_that_it_is_a_sample():
    note = content.accessibility_result().honest_note

    assert "架空" in note
    assert "実際に試験を行った記録ではありません" in note


def test_accessibility_policy_promises_a_level_by_a_day():
    policy = content.accessibility_policy()

    assert (policy.standard, policy.target_level) == ("JIS X 8341-3:2016", "AA")
    assert policy.due > policy.published
    assert policy.scope
    assert policy.exceptions
    assert policy.section in {section.key for section in content.sections("ja")}


def test_files_name_no_real_phone_or_host():
    files = [path for folder in FOLDERS for path in folder.rglob("*.*") if path.suffix != ".pyc"]
    words = {path.name: path.read_text(encoding="utf-8") for path in files}

    phones = {n for text in words.values() for n in re.findall(r"\b\d{2,5}-\d{1,4}-\d{4}\b", text)}
    hosts = {
        host
        for text in words.values()
        for host in re.findall(r"[\w-]+(?:\.[\w-]+)*\.(?:jp|com|org|net|info|br)\b", text)
    }

    assert {number[:8] for number in phones} == {"0000-00-"}
    assert hosts == {"tomoni-city.example.jp"}
