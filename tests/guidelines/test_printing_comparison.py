"""Two editions side by side on paper, made and found like every other PDF."""

from io import BytesIO

import pdfplumber
import pytest
from django.test import Client
from tests.guidelines.printed import (
    change_chapter,
    comparison_on_paper,
    heading,
    make_document,
    text,
)
from tests.guidelines.spoken import listen
from wagtail.models import Site

from tomoni.guidelines import services
from tomoni.guidelines.models import ChapterPage, GuidelinePage, PdfFile, PdfKind
from tomoni.guidelines.printing import making

PDF = "/ja/guideline/compare/初版/第2版/document.pdf"


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    document = make_document(site.root_page)
    chapter = ChapterPage.objects.get(slug="two")
    services.set_reason(document=document, label="第２版", anchor="", text="声に応えました。")
    document.refresh_from_db()
    document.edition = "第２版"
    document.save_revision().publish()
    change_chapter(chapter, heading("約束", number="第１節"), text("t2", "団体もいっしょです。"))
    return document


def test_comparison_is_made_and_answered_as_pdf(document: GuidelinePage) -> None:
    waiting = Client().get(PDF)
    making.make_waiting()
    ready = Client().get(PDF)
    heard = listen(b"".join(ready.streaming_content))

    row = PdfFile.objects.get()
    assert (waiting.status_code, ready.status_code) == (202, 200)
    assert ready.headers["X-Robots-Tag"] == "noindex"
    editions = (row.edition.label, row.other_edition.label)
    assert (row.kind, *editions) == (PdfKind.COMPARISON, "初版", "第２版")
    assert heard.root.all("H1")[0].told.endswith("ともに市の指針")
    told = heard.root.told
    assert told.index("法人") < told.index("団体もいっしょ")
    assert heard.untagged == ""


def test_what_was_and_what_is_stand_side_by_side(document: GuidelinePage) -> None:
    data = comparison_on_paper(document)

    with pdfplumber.open(BytesIO(data)) as pdf:
        ((before, after, middle),) = [
            (page.search("法人")[0], page.search("団体もいっしょ")[0], page.width / 2)
            for page in pdf.pages
            if page.search("団体もいっしょ")
        ]

    assert before["x0"] < middle < after["x0"]
    assert abs(before["top"] - after["top"]) < 2


def test_comparison_the_wrong_way_round_leads_to_the_right_one(document: GuidelinePage) -> None:
    turned = Client().get("/ja/guideline/compare/第2版/初版/document.pdf")
    same = Client().get("/ja/guideline/compare/初版/初版/document.pdf")

    assert (turned.status_code, same.status_code) == (302, 404)
    assert Client().get(turned.url).status_code == 202


def test_pages_offer_their_pdf(document: GuidelinePage) -> None:
    for place, pdf in (
        ("", "document.pdf"),
        ("all/", "document.pdf"),
        ("editions/初版/", "editions/初版/document.pdf"),
        ("compare/初版/第2版/", "compare/初版/第2版/document.pdf"),
    ):
        page = Client().get(f"/ja/guideline/{place}").content.decode()

        assert f'href="/ja/guideline/{pdf}"' in page
