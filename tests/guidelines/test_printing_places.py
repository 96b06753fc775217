"""Where things stand in a drawn PDF: references to pages, and terms with their definitions."""

import uuid
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.db import transaction
from tests.guidelines.printed import (
    LONG,
    anchor,
    draw,
    heading,
    make_document,
    page_texts,
    text,
)
from wagtail.models import Page

from tomoni.guidelines.drafts import ChapterDraft
from tomoni.guidelines.models import GuidelinePage
from tomoni.testing import factories

PAGES = (
    f'とじた本では<a href="#{anchor("やくそく")}">➝９ページ</a>、または'
    f'<a href="#{anchor("やくそく")}">（12頁参照）</a>。'
)
TERMS = {
    "type": "terms",
    "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, "terms")),
    "value": {
        "title": "ことば",
        "terms": [
            {
                "type": "item",
                "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, "term")),
                "value": {
                    "word": "協働",
                    "reading": "",
                    "forms": [],
                    "definition": "<p>ともに働くこと。</p>",
                },
            }
        ],
    },
}


@pytest.fixture(scope="module")
def bound(django_db_setup: None, django_db_blocker: Any) -> tuple[list[str], dict[str, int]]:
    """Return each page's text and where links lead, of a document with terms and pages named."""
    with django_db_blocker.unblock(), transaction.atomic():
        data = draw(make_bound(factories.make_site().root_page)).data
        transaction.set_rollback(True)
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = dict(zip(*[iter(pdf.Root.Names.Dests.Names)] * 2, strict=True))
        places = {str(name): numbers[place[0].objgen] for name, place in names.items()}
        leading = {
            str(link.Dest)
            for page in pdf.pages
            for link in page.get("/Annots", ())
            if "/Dest" in link
        }
    return page_texts(data), {name: places[name] for name in leading}


def make_bound(home: Page) -> GuidelinePage:
    return make_document(
        home,
        chapters=[
            ChapterDraft(number="第１章", title="はじまり", slug="one", body=[text("p", PAGES)]),
            ChapterDraft(
                number="第２章",
                title="すすめかた",
                slug="two",
                body=[
                    *[text(f"協働 {place}", f"協働の話。{LONG}") for place in range(12)],
                    heading("やくそく", number="第１節"),
                    TERMS,
                ],
            ),
        ],
    )


def test_references_to_pages_name_the_page_of_this_paper(
    bound: tuple[list[str], dict[str, int]],
) -> None:
    pages, _leading = bound

    target = next(n for n, page in enumerate(pages, 1) if "第１節やくそく" in page and n > 4)

    (said,) = [page for page in pages if "とじた本" in page]
    assert f"とじた本では➝{target}ページ、または（{target}頁参照）。" in said
    assert target > 5


def test_terms_lead_to_their_definition_on_paper(
    bound: tuple[list[str], dict[str, int]],
) -> None:
    pages, leading = bound

    defined = next(n for n, page in enumerate(pages, 1) if "ともに働くこと。" in page)

    assert leading[anchor("term", "t")] == defined
    assert sum(page.count("ともに働くこと。") for page in pages) == 1
