"""The importer against texts: our own, each with its numbering and damage, and three real ones."""

import json
import os
from pathlib import Path

import pytest

from tomoni.guidelines.importing import ImportedGuideline, account_for, read_guideline

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "texts").glob("*.txt"))
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "guidelines"
REAL = {
    "oizumi": "oizumi-2011.txt",
    "wako": "wako-2013.txt",
    "higashiyamato": "higashiyamato-2025.txt",
}


def expected(name: str) -> dict:
    return json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))


def outline(guideline: ImportedGuideline) -> list[list]:
    return [[one.level, one.number, one.title] for one in guideline.sections()]


def titles_referred_to(guideline: ImportedGuideline) -> list[list[str]]:
    titles = {one.anchor: one.title for one in guideline.sections()}
    return [[one.text, titles.get(one.target, "")] for one in guideline.references]


def real(name: str) -> ImportedGuideline:
    path = SHARED / REAL[name]
    if not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{path} is not there, and this run must not go without it")
        pytest.skip(f"{path} is not there")
    return read_guideline(path.read_bytes(), filename=path.name)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_own_text_gives_its_outline(path):
    guideline = read_guideline(path.read_bytes(), filename=path.name)

    wanted = expected(path.stem)
    # A few headings show themselves by their print alone, which a text file has not.
    missed = wanted.get("missed", [])
    assert guideline.title == wanted["title"]
    assert outline(guideline) == [one for one in wanted["outline"] if one not in missed]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_own_text_attaches_notes_and_references(path):
    guideline = read_guideline(path.read_bytes(), filename=path.name)

    notes = [[note.mark, note.attached_mark] for note in guideline.notes]
    assert notes == expected(path.stem)["notes"]
    assert titles_referred_to(guideline) == expected(path.stem)["references"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_own_text_is_accounted_for_to_the_last_sign(path):
    guideline = read_guideline(path.read_bytes(), filename=path.name)

    account = account_for(guideline)

    assert (account.lost, account.invented) == ((), ())


def test_own_texts_miss_no_more_than_three_headings():
    missed = [one for path in TEXTS for one in expected(path.stem).get("missed", [])]

    assert len(TEXTS) >= 52
    assert len(missed) <= 3


def test_damaged_signs_are_counted_one_by_one():
    path = HERE / "texts" / "damaged-pdf.txt"

    guideline = read_guideline(path.read_bytes())

    counts = {one.before: one.count for one in guideline.repairs if one.before.strip()}
    assert counts == expected("damaged-pdf")["repairs"]


@pytest.mark.shared_data
@pytest.mark.parametrize("name", REAL)
def test_real_text_gives_every_heading_in_level_and_order(name):
    guideline = real(name)

    assert guideline.title == expected(name)["title"]
    assert outline(guideline) == expected(name)["outline"]


@pytest.mark.shared_data
@pytest.mark.parametrize("name", REAL)
def test_real_text_is_accounted_for_to_the_last_sign(name):
    account = account_for(real(name))

    assert (account.lost, account.invented) == ((), ())


@pytest.mark.shared_data
def test_oizumi_has_four_chapters_with_twelve_parts():
    chapters = [one for one in real("oizumi").chapters if one.scheme == "unit 章"]

    parts = [[child.number for child in one.children] for one in chapters]
    assert parts == [
        ["第１節", "第２節", "第３節"],
        ["第１節", "第２節", "第３節", "第４節", "第５節"],
        ["第１節"],
        ["第１節", "第２節", "第３節"],
    ]


@pytest.mark.shared_data
def test_oizumi_page_references_lead_to_the_sections_on_those_pages():
    guideline = real("oizumi")

    assert titles_referred_to(guideline) == [
        ["➝９ページ", "協働の原則"],
        ["➝１０ページ", "具体的な手法"],
        ["➝４ページ", "新たな公共"],
        ["➝７ページ", "企業"],
        ["➝１３ページ", "協働の進め方"],
    ]
    pages = {one.title: one.page for one in guideline.sections()}
    assert [pages[title] for _, title in titles_referred_to(guideline)] == [9, 10, 4, 7, 13]


@pytest.mark.shared_data
def test_oizumi_notes_stand_at_their_marks():
    notes = real("oizumi").notes

    heads = [(one.mark, one.text.split("\n")[0], one.attached_mark) for one in notes]
    assert heads == [
        ("*", "文化の通訳", "※"),
        ("*1", "メセナ活動", "＊1"),
        ("*2", "CSR", "＊2"),
    ]


@pytest.mark.shared_data
def test_oizumi_repairs_and_strays_are_listed():
    guideline = real("oizumi")

    assert {one.before: one.count for one in guideline.repairs if one.before.strip()} == {"尐": 10}
    strays = [
        (one.text[:22], one.line, one.reason)
        for one in guideline.set_aside
        if "to be" not in one.reason
    ]
    assert strays == [
        ("http://ja.wikipedia.or", 71, "link line"),
        ("http://ja.wikipedia.or", 72, "link line"),
        ("http://ja.wikipedia.or", 542, "link line"),
        ("削除", 1219, "stray editing mark"),
        ("18", 1225, "page number"),
    ]


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "marks"),
    [("wako", [("注", "")]), ("higashiyamato", [("※", "※"), ("※", "※")])],
)
def test_other_real_notes_are_attached(name, marks):
    notes = real(name).notes

    assert [(one.mark, one.attached_mark) for one in notes] == marks
    assert all(one.attached_to for one in notes)
