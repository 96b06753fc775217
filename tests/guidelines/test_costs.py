"""What pages cost: queries of a chapter, the whole document and a comparison, pictures and all."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image as Pillow
from tests.guidelines.test_editions import chapter, put_up, renew
from tests.guidelines.test_reading import anchor, block_id, heading, note, text
from wagtail.models import Page, Site

from tomoni.guidelines import drafts
from tomoni.guidelines.drafts import RawBlock
from tomoni.guidelines.models import GuidelinePage
from tomoni.home.models import Section
from tomoni.media.models import Image
from tomoni.media.services import store_image
from tomoni.testing import factories


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def make_picture(number: int) -> Image:
    buffer = io.BytesIO()
    Pillow.new("RGB", (64, 32), (number, 0, 0)).save(buffer, "PNG")
    return store_image(
        title=str(number), data=buffer.getvalue(), filename=f"{number}.png", description="木"
    )


def rich_blocks(name: str, *, count: int, pages: list[Page], section: Section) -> list[RawBlock]:
    """Return what asks the database where it is read block by block, each kind `count` times."""
    found: list[RawBlock] = []
    for number in range(count):
        one, page = f"{name}-{number}", pages[number]
        image = make_picture(number)
        found += [
            heading(one, number=f"第{number}節"),
            text(f"t-{one}", f'未来※ <a linktype="page" id="{page.pk}">そこ</a>'),
            note(f"n-{one}", "※", "注。"),
            {"type": "picture", "id": str(block_id(f"p-{one}")), "value": {"image": image.pk}},
            drafts.figure(
                block_id=block_id(f"f-{one}"),
                title="図",
                description=f'<p>説明 <a href="#{anchor(one)}">第１節</a></p>',
                image=image.pk,
            ),
            drafts.table(
                block_id=block_id(f"a-{one}"), caption="表", header=["あ"], rows=[[f"{number}"]]
            ),
            drafts.contact(block_id=block_id(f"c-{one}"), section_id=section.pk),
        ]
    return found


def make(site: Site, count: int) -> GuidelinePage:
    """Return a document of two editions with `count` chapters and as many of each block."""
    pages = [factories.make_page(site.root_page) for _number in range(count)]
    section = Section.objects.create(name="協働課", locale=site.root_page.locale)
    document = put_up(
        site,
        *(
            chapter(
                f"ch{number}",
                *rich_blocks(f"ch{number}", count=count, pages=pages, section=section),
            )
            for number in range(count)
        ),
        body=rich_blocks("front", count=count, pages=pages, section=section),
    )
    renew(document)
    return document


def asked(path: str) -> list[str]:
    """Return what a second visitor's page asks the database."""
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return [one["sql"] for one in queries.captured_queries]


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_little_whatever_stands_in_them(site: Site, count: int) -> None:
    make(site, count)
    html = Client().get("/ja/guideline/ch0/").content.decode()

    found = {
        path: asked(f"/ja/guideline/{path}")
        for path in ("ch0/", "", "all/", "editions/第1版/", "compare/第1版/第2版/")
    }

    assert (html.count('<img src="/media/'), html.count("<table")) == (2 * count, count)
    assert {path: len(queries) for path, queries in found.items()} == {
        "ch0/": 8,
        "": 12,
        "all/": 10,
        "editions/第1版/": 8,
        "compare/第1版/第2版/": 10,
    }
