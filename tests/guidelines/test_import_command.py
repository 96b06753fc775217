"""`tomoni import_guideline`: from a text file to pages that visitors read."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.guidelines.files import zipped
from wagtail.models import Site

from tomoni.guidelines.models import ChapterPage, GuidelinePage, Heading

TEXT = """ともに市 協働の手引き

第１章 はじまり

第１節 ことばの意味

協働とは、市民と市が力を合わせることです。寄付やメセナ活動＊1も、その一つで
す。尐しずつ広げます。

*1 メセナ活動
企業が文化を助けること。

第２節 約束

① 目的を分かち合う
② 期限を決める

第２章 すすめかた

第１節 手順

はじめに話し合い、次に計画を立てます。
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tebiki.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def run(*words: object) -> str:
    out = io.StringIO()
    call_command("import_guideline", *map(str, words), stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_json_prints_the_outline_and_makes_no_page(site: Site, file: Path) -> None:
    printed = json.loads(run(file, "--dry-run", "--json"))

    outline = [
        (chapter["number"], chapter["title"], [child["title"] for child in chapter["children"]])
        for chapter in printed["chapters"]
    ]
    assert outline == [
        ("第１章", "はじまり", ["ことばの意味", "約束"]),
        ("第２章", "すすめかた", ["手順"]),
    ]
    assert sorted(printed) == [
        "chapters", "notes", "references", "repairs", "set_aside", "title",
    ]  # fmt: skip
    assert {"from": "尐", "to": "少", "count": 1} in printed["repairs"]
    assert not GuidelinePage.objects.exists()


def test_import_publishes_what_visitors_read(site: Site, file: Path) -> None:
    run(file, "--publish", "--slug", "tebiki")

    html = Client().get("/ja/tebiki/chapter-1/").content.decode()
    assert "少しずつ広げます。" in html
    assert 'class="note-mark"' in html
    assert "企業が文化を助けること。" in html
    assert [heading.title for heading in Heading.objects.filter(level=2)] == [
        "ことばの意味",
        "約束",
        "手順",
    ]


def test_import_without_publish_makes_drafts(site: Site, file: Path) -> None:
    run(file)

    assert list(ChapterPage.objects.values_list("live", flat=True)) == [False, False]
    assert Client().get("/ja/guideline/").status_code == 404


def test_second_import_is_refused_and_changes_nothing(site: Site, file: Path) -> None:
    run(file, "--publish")

    with pytest.raises(CommandError, match="協働の手引き"):
        run(file, "--publish")

    assert GuidelinePage.objects.count() == 1


def test_import_says_what_to_do_about_a_file_that_is_no_text(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}))

    with pytest.raises(CommandError) as caught:
        run(path)

    assert "Excel" in str(caught.value)


def test_import_says_that_a_file_is_missing(site: Site, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.txt"):
        run(tmp_path / "none.txt")
