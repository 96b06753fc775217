"""Tables of two editions side by side: merged cells are merged, what changed is marked."""

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from django.template.loader import render_to_string
from django.test import Client
from tests.guidelines.printed import change_chapter, comparison_on_paper, heading, make_document
from tests.guidelines.test_reading import block_id
from wagtail.models import Site

from tomoni.guidelines.comparing import compare
from tomoni.guidelines.drafts import RawBlock, table
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.synopsis import Addresses, Strip, Synopsis, synopsis_of
from tomoni.guidelines.synopsis.shown import Table
from tomoni.guidelines.texts import EditionText, PageText

HEADS = [["段階", "書く人", "←"], ["↑", "団体", "市"]]
OLD = [["一", "名前", "印"], ["↑", "話す", "←"], ["二", "結論", "場所"]]
NEW = [["一", "名前", "印"], ["↑", "話す", "聞く"], ["二", "結論", "←"]]


def rows_block(rows: list[list[str]]) -> RawBlock:
    head, *more = HEADS
    return table(
        block_id=block_id("roles"), caption="書類の表", header=head, rows=rows, more_headers=more
    )


def synopsis(old: RawBlock, new: RawBlock) -> Synopsis:
    page = PageText(page=1, slug="", number="", title="章", anchor="s-1")
    texts = [
        EditionText("指針", pages=(replace(page, body=({"type": "table", **block},)),))
        for block in (old, new)
    ]
    found = compare(*texts, language="ja", others=lambda _kind, _value: ())
    return synopsis_of(found, old=Addresses(), new=Addresses(), reasons={})


def sides(old: RawBlock, new: RawBlock) -> tuple[Table, Table]:
    (strip,) = [
        strip
        for strip in synopsis(old, new).changes[0].strips
        if isinstance(strip, Strip) and strip.is_table
    ]
    (before,), (after,) = strip.old, strip.new
    assert isinstance(before, Table)
    assert isinstance(after, Table)
    return before, after


def html_of(side: Table) -> str:
    html = render_to_string(
        "tomoni/guidelines/comparison_table.html", {"table": side, "told_cells": side.cells}
    )
    return re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html)


def cells(side: Table) -> list[list[str]]:
    """Return each row as cells of "text rowspan×colspan", where they are more than one."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html_of(side), re.DOTALL)
    return [
        [_told(*cell) for cell in re.findall(r"<t[hd]([^>]*)>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in rows
    ]


def _told(attributes: str, inner: str) -> str:
    text = re.sub(r"</?div>", "", inner)
    spans = dict(re.findall(r'(rowspan|colspan)="(\d)"', attributes))
    return f"{text} {spans.get('rowspan', 1)}×{spans.get('colspan', 1)}" if spans else text


def test_merged_cells_are_merged_on_both_sides() -> None:
    before, after = sides(rows_block(OLD), rows_block(NEW))

    note = '<span class="cell-note">結合が異なる</span>'
    assert cells(before) == [
        ["段階 2×1", "書く人 1×2"],
        ["団体", "市"],
        ["一 2×1", "名前", "印"],
        [f"話す {note} 1×2"],
        ["二", "結論", "<del>場所</del>"],
    ]
    assert cells(after) == [
        ["段階 2×1", "書く人 1×2"],
        ["団体", "市"],
        ["一 2×1", "名前", "印"],
        ["話す", "<ins>聞く</ins>"],
        ["二", f"結論 {note} 1×2"],
    ]


def test_rows_that_were_merged_elsewhere_stay_under_their_own_cell() -> None:
    moved = [["二", "結論", "場所"], ["一", "名前", "印"], ["↑", "話す", "←"]]

    before, _after = sides(rows_block(OLD), rows_block(moved))

    shape = [[re.sub(r"<.*?>", "", cell) for cell in row] for row in cells(before)[2:]]
    assert shape == [["一 2×1", "名前", "印"], ["話す 1×2"], ["二", "結論", "場所"]]


def test_added_row_under_a_merged_cell_is_marked_once() -> None:
    longer = [*OLD[:2], ["↑", "書き直す", "←"], OLD[2]]

    _before, after = sides(rows_block(OLD), rows_block(longer))

    assert cells(after)[2:5] == [
        ["一 3×1", "名前", "印"],
        ["話す 1×2"],
        ["<ins>書き直す</ins> 1×2"],
    ]


def test_cells_name_their_headings_on_narrow_screens() -> None:
    before, after = sides(rows_block(OLD), rows_block(NEW))

    labels = re.findall(r'data-column="([^"]*)"', html_of(after))
    assert labels[:4] == ["書く人 団体", "書く人 市", "書く人 団体", "書く人 市"]
    assert 'data-above="一"' in html_of(after)
    ids = re.findall(r'\bid="([^"]+)"', html_of(before) + html_of(after))
    assert sorted(set(ids)) == sorted(ids)
    tied = {
        name for names in re.findall(r'headers="(.*?)"', html_of(after)) for name in names.split()
    }
    assert tied <= set(ids)


def test_sign_that_has_nothing_to_belong_to_is_an_empty_cell() -> None:
    before, _after = sides(rows_block([["←", "甲", "乙"]]), rows_block([["一", "甲", "乙"]]))

    assert cells(before)[-1] == ["", "甲", "乙"]


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    document = make_document(site.root_page)
    chapter = ChapterPage.objects.get(slug="two")
    change_chapter(chapter, heading("約束", number="第１節"), rows_block(OLD))
    document.refresh_from_db()
    document.edition = "第２版"
    document.save_revision().publish()
    change_chapter(chapter, heading("約束", number="第１節"), rows_block(NEW))
    return document


def test_no_page_and_no_paper_shows_the_signs_of_merging(document: GuidelinePage) -> None:
    old, new = document.editions.order_by("order")
    address = f"/ja/guideline/compare/{old.slug}/{new.slug}/"
    page = Client().get(address, {"open": "all"}).content.decode().split("<main")[1]
    data = comparison_on_paper(document)

    with pdfplumber.open(BytesIO(data)) as pdf:
        paper = "".join(pdf_page.extract_text() or "" for pdf_page in pdf.pages)
    assert [one for one in (page, paper) if "聞く" not in one or re.search("[←↑]", one)] == []
    assert 'rowspan="2"' in page
