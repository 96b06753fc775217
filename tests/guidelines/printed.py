"""A document for the tests of PDFs, and eyes for what was printed."""

import json
from io import BytesIO
from typing import Any

from tests.guidelines.test_reading import anchor, heading, note, text
from wagtail.models import Page, Site

from tomoni.guidelines import services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft, RawBlock, table
from tomoni.guidelines.models import ChapterPage, GuidelinePage, PdfKind
from tomoni.guidelines.printing import engine
from tomoni.guidelines.printing.subjects import subject_of
from tomoni.home.frame_building import build_frame
from tomoni.languages import html_lang_of

__all__ = ["anchor", "draw", "heading", "make_document", "note", "text"]

LONG = "みんなで決めたことを、みんなで守り、年に一度ふりかえります。" * 14


def make_document(parent: Page, *, paragraphs: int = 0, **fields: Any) -> GuidelinePage:
    """Return a published document with two chapters, notes, references and a table.

    With some eight long paragraphs the second chapter comes two pages later.
    """
    values: dict[str, Any] = {
        "title": "ともに市の指針",
        "slug": "guideline",
        "edition": "初版",
        "body": [heading("はじめに"), text("foreword", "みんなのことばです。")],
        "chapters": [
            ChapterDraft(
                number="第１章",
                title="はじまり",
                slug="one",
                anchor="s-11111111",
                body=[
                    heading("ことば", number="第１節"),
                    text("t1", f'企業※の話。くわしくは<a href="#{anchor("約束")}">約束</a>へ。'),
                    note("n1", "※", "会社のこと。"),
                    *[text(f"long-{number}", LONG) for number in range(paragraphs)],
                ],
            ),
            ChapterDraft(
                number="第２章",
                title="すすめかた",
                slug="two",
                anchor="s-22222222",
                body=[
                    heading("約束", number="第１節"),
                    text("t2", "法人＊1もいっしょです。"),
                    note("n2", "＊1", "団体のひとつ。"),
                    table_block(),
                ],
            ),
        ],
    }
    return services.create_guideline(
        parent=parent, draft=GuidelineDraft(**{**values, **fields}), publish=True
    )


def table_block() -> RawBlock:
    from tests.guidelines.test_reading import block_id  # noqa: PLC0415 -- thin method

    return table(
        block_id=block_id("table"),
        caption="役割の表",
        header=["役割", "人"],
        rows=[["書く", "市"], ["読む", "市民"]],
    )


def change_chapter(chapter: ChapterPage, *blocks: RawBlock) -> None:
    """Publish a chapter with another text."""
    chapter.body = json.dumps(list(blocks))
    chapter.save_revision().publish()


def draw(document: GuidelinePage, code: str = "ja") -> engine.Drawn:
    """Draw the present PDF of a document, as the queue does."""
    subject = subject_of(document=document, frame=build_frame(site=Site.objects.get(), code=code))
    return engine.draw(html=subject.html(), address=subject.address, html_lang=html_lang_of(code))


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page, without spaces and line ends."""
    import pdfplumber  # noqa: PLC0415 -- slow

    with pdfplumber.open(BytesIO(data)) as pdf:
        return ["".join((page.extract_text() or "").split()) for page in pdf.pages]


def comparison_on_paper(document: GuidelinePage) -> bytes:
    """Return the PDF of a document's two editions beside each other."""
    old, new = document.editions.order_by("order")
    subject = subject_of(
        document=document,
        frame=build_frame(site=Site.objects.get(), code="ja"),
        kind=PdfKind.COMPARISON,
        edition=old,
        other_edition=new,
    )
    return engine.draw(html=subject.html(), address=subject.address, html_lang="ja").data
