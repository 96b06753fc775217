"""The demo town's documents as they are written: whole, navigable, translated, fit to be read."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from tomoni.guidelines.demo import content
from tomoni.guidelines.demo.content.documents import Chapter, Document
from tomoni.guidelines.marks import NoteMark, find_places, tie
from tomoni.home.demo.content.blocks import (
    Block,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
    block_id,
    targets,
    texts,
)
from tomoni.home.demo.content.specials import Special

TRANSLATED = ("en", "ja-simple", "pt-br")
FOREIGN = ("en", "pt-br")
JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿]")
TAG = re.compile(r"<[^>]+>")


def papers() -> list[Document]:
    """Return every document in every language and edition."""
    return [
        *(content.guideline(code) for code in content.guideline_languages()),
        content.first_edition(),
        content.ordinance(),
        content.handbook(),
        *content.summaries(),
    ]


def label(document: Document) -> str:
    return f"{document.slug} {document.locale} {document.edition}"


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [TAG.sub("", text) for block in blocks for text in texts(block)]


def letters(document: Document) -> int:
    said = [document.lead, *words(tuple(document.blocks()))]
    return sum(map(len, (*said, *(chapter.lead for chapter in document.chapters))))


def shape(block: Block) -> tuple[object, ...]:
    """Say all of a block that a translation must leave as it is."""
    links = [target for target in targets([block]) if not target.startswith("page:")]
    match block:
        case Heading():
            return ("heading", block.key, block.level)
        case ItemList():
            return ("list", block.key, block.style, len(block.items), links)
        case Note():
            return ("note", block.key, block.mark, links)
        case Table():
            merged = [
                (row, column, cell)
                for row, cells in enumerate(block.rows)
                for column, cell in enumerate(cells)
                if cell in {"←", "↑"}
            ]
            size = (len(block.rows), len(block.rows[0]), block.header_rows, block.header_columns)
            return ("table", block.key, size, merged, bool(block.note))
        case Special():
            size = (len(block.records), len(block.rows), len(block.texts))
            numbers = {name: block.fact(name) for name in ("picture", "value", "n", "asked")}
            return (block.kind, block.key, size, numbers, [row[1:] for row in block.rows], links)
        case Paragraph():
            return ("paragraph", block.key, links)


def untied(chapter: Chapter) -> list[tuple[str, str]]:
    """Return the notes that no mark before them in the text leads to, by the product's own rule."""
    htmls, notes = [], []
    for position, block in enumerate(chapter.blocks):
        if isinstance(block, Note):
            notes.append(NoteMark((position, 0), block.key, block.mark))
        elif isinstance(block, Paragraph):
            htmls.append(((position, 0), block.html))
        elif isinstance(block, ItemList):
            htmls += [((position, place), text) for place, text in enumerate(block.items)]
    tied = tie(notes, find_places(htmls, [note.mark for note in notes]))
    return [
        (chapter.key, note.mark)
        for note in notes
        if note.block_id not in tied or tied[note.block_id].position > note.position
    ]


@pytest.mark.parametrize("document", papers(), ids=label)
def test_keys_are_unique_in_a_document(document):
    keys = [chapter.key for chapter in document.chapters]
    keys += [block.key for block in document.blocks()]

    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert len({block_id(document.key, key) for key in keys}) == len(keys)


@pytest.mark.parametrize("document", papers(), ids=label)
def test_headings_never_skip_a_level(document):
    for chapter in document.chapters:
        levels = [1, *(block.level for block in chapter.blocks if isinstance(block, Heading))]
        assert max((after - before for before, after in pairwise(levels)), default=0) <= 1


@pytest.mark.parametrize("document", papers(), ids=label)
def test_references_lead_to_what_stands_there(document):
    original = content.guideline().anchored_keys() if document.slug == "guideline" else set()
    pages = {"guideline", "tomoni-kan", "participation-ordinance"}
    known = {
        *(f"key:{key}" for key in (*document.anchored_keys(), *original)),
        *(f"page:{key}" for key in pages),
        "section:kyodo",
    }

    assert [target for target in targets(document.blocks()) if target not in known] == []


@pytest.mark.parametrize("document", papers(), ids=label)
def test_notes_stand_behind_their_marks(document):
    assert [note for chapter in document.chapters for note in untied(chapter)] == []


def test_guideline_has_notes_of_all_four_notations():
    notes = [b.mark for b in content.guideline().blocks() if isinstance(b, Note)]

    assert Counter(mark[0] for mark in notes) == {
        "※": 2, "＊": 4, "注": 2, "¹": 1, "²": 1, "³": 1,
    }  # fmt: skip


def test_guideline_refers_across_all_its_chapters():
    whole = content.guideline()
    places = whole.places_of_keys()

    crossing = {
        (chapter.key, places[target.removeprefix("key:")])
        for chapter in whole.chapters
        for target in targets(chapter.blocks)
        if target.startswith("key:")
    }

    one, two, three, four, five = (f"chapter-{number}" for number in range(1, 6))
    assert {(one, two), (one, three), (one, four), (one, five)} <= crossing
    assert {(two, three), (two, four), (three, four), (four, two), (five, three)} <= crossing


def test_guideline_fills_some_twenty_five_pages():
    whole = content.guideline()

    assert [chapter.number for chapter in whole.chapters] == [
        "第１章", "第２章", "第３章", "第４章", "第５章", "資料編",
    ]  # fmt: skip
    assert 20_000 <= letters(whole) <= 25_000


def test_guideline_merges_cells_and_stacks_headings():
    tables = [block for block in content.guideline().blocks() if isinstance(block, Table)]
    cells = {cell for table in tables for row in table.rows for cell in row}

    assert {table.header_rows for table in tables} == {1, 2}
    assert {"←", "↑"} <= cells
    assert any(table.note for table in tables)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_translation_has_the_same_blocks_notes_and_references(locale):
    original, translated = content.guideline(), content.guideline(locale)

    assert [chapter.key for chapter in translated.chapters] == [
        "chapter-1", "chapter-2", "chapter-3",
    ]  # fmt: skip
    assert [shape(b) for b in translated.foreword] == [shape(b) for b in original.foreword]
    for chapter, other in zip(translated.chapters, original.chapters, strict=False):
        assert [shape(b) for b in chapter.blocks] == [shape(b) for b in other.blocks]
    facts = ("slug", "kind", "adopted", "in_force", "review_due", "section")
    assert [getattr(translated, name) for name in facts] == [
        getattr(original, name) for name in facts
    ]


@pytest.mark.parametrize("locale", FOREIGN)
def test_foreign_texts_hold_no_japanese_letters(locale):
    said = [*words(tuple(content.guideline(locale).blocks())), content.guideline(locale).lead]

    assert [text for text in said if JAPANESE.search(text)] == []


def test_translations_are_as_full_as_the_original():
    original = content.guideline()
    translated = {locale: letters(content.guideline(locale)) for locale in TRANSLATED}

    japanese = sum(
        len(text)
        for blocks in (original.foreword, *(c.blocks for c in original.chapters[:3]))
        for text in words(blocks)
    )
    assert translated["pt-br"] > 2 * japanese
    assert translated["en"] > 1.8 * japanese
    assert translated["ja-simple"] > 0.9 * japanese


def test_easy_japanese_keeps_sentences_short_and_plain():
    hard = re.compile(r"いただ|ございま|申し上げ|存じ|なるべく|適宜|令和|平成|～|ないわけでは")
    document = content.guideline("ja-simple")
    said = [document.lead, *(chapter.lead for chapter in document.chapters)]
    said += words(tuple(document.blocks()))

    prose = [re.sub(r"（[^）]*）", "", text) for text in said]
    sentences = [part for text in prose for part in re.split(r"[。！？]", text) if part]

    assert [s for s in sentences if len(s) > 40] == []
    assert [s for s in sentences if hard.search(s)] == []


def test_editions_share_most_sections_and_move_split_and_drop_some():
    first, present = content.first_edition(), content.guideline()
    before, now = first.places_of_keys(), present.places_of_keys()

    moved = {key for key in before.keys() & now.keys() if before[key] != now[key]}
    assert moved == {
        "forms", "areas", "form-table", "form-choice", "growing", "council", "indicators",
        "revision",
    } - {"forms"}  # fmt: skip
    assert before.keys() - now.keys() == {"forms", "role-foreign", "translation"}
    assert {"promise-language", "role-business", "unfair", "first-edition"} <= now.keys()
    assert len(before.keys() & now.keys()) > 40


def test_each_reason_speaks_of_a_section_of_either_edition():
    known = content.guideline().anchored_keys() | content.first_edition().anchored_keys()
    reasons = content.reasons()

    assert [key for key in reasons if key and key not in known] == []
    assert "" in reasons
    assert [key for key, text in reasons.items() if not text.endswith("。")] == []


def test_ordinance_has_thirty_articles_in_order():
    articles = [
        block
        for block in content.ordinance().blocks()
        if isinstance(block, Special) and block.kind == "article"
    ]

    assert [article.part(0).translate(str.maketrans("０１２３４５６７８９", "0123456789"))
            for article in articles] == [f"第{number}条" for number in range(1, 31)]  # fmt: skip
    assert [article.key for article in articles if not article.part(1)] == []


def test_residents_mean_something_else_in_the_ordinance():
    def meaning(document: Document) -> str:
        return next(
            "".join(record.texts)
            for block in document.blocks()
            if isinstance(block, Special) and block.kind == "terms"
            for record in block.records
            if record.part(0) == "市民"
        )

    assert "団体、市内で事業を営む会社" in meaning(content.guideline())
    assert "団体及び法人を含まない" in meaning(content.ordinance())
