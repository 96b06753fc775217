"""Names on a roster whose agreed day is past are deleted wherever the site keeps them."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.editing.people import person
from tests.guidelines.test_editions import chapter, edited, publish_draft, put_up
from tests.guidelines.test_reading import block_id, text
from wagtail.models import Revision, Site

from tomoni.editing.models import KeptVersion
from tomoni.guidelines import drafts
from tomoni.guidelines.drafts import RawBlock
from tomoni.guidelines.models import ChapterPage, Edition, GuidelinePage, PdfFile, PdfKind, PdfState
from tomoni.guidelines.services.names import forget_names

PAST, COMING = date(2020, 3, 31), timezone.localdate() + timedelta(days=1)


def roster(name: str, member: str, until: date) -> RawBlock:
    return drafts.roster(
        block_id=block_id(name),
        title=name,
        members=[drafts.Member(member, category="市民", affiliation="協働の会")],
        retention_until=until,
        consented=True,
    )


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    """A document of two editions with names that are past their day, and names that are not."""
    people = [
        roster("前の委員", "田中一郎", PAST),
        roster("今の委員", "山田花子", COMING),
        text("t", "本文"),
    ]
    document = put_up(site, chapter("one", *people))
    publish_draft(edited(document, edition="第２版"))
    page = ChapterPage.objects.get()
    edited(page, title="書きかけ")
    revision = page.get_latest_revision()
    KeptVersion.objects.create(page=page, by=person("hana"), content=revision.content)
    made = PdfFile(document=document, kind=PdfKind.DOCUMENT, language="ja", key="k")
    made.state = PdfState.READY
    made.file.save("made.pdf", ContentFile("田中一郎".encode()))
    return document


def places_naming(name: str) -> set[str]:
    """Return every table of the database that holds a name, in whatever column."""
    escaped = json.dumps(name)[1:-1]
    signs = (name, escaped, escaped.replace("\\", "\\\\"))
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            told = str(cursor.fetchall()).replace("\\\\", "\\")
            if any(sign in told for sign in signs):
                found.add(table)
    return found


def test_names_leave_every_table_and_the_pdfs(document: GuidelinePage) -> None:
    before, out = places_naming("田中一郎"), StringIO()

    call_command("forget_names", stdout=out)

    kept_in = (ChapterPage, Revision, Edition, KeptVersion)
    assert before == {model._meta.db_table for model in kept_in}
    assert places_naming("田中一郎") == set()
    assert places_naming("山田花子") == before
    assert not PdfFile.objects.exists()
    assert forget_names() == 0


def test_numbers_of_members_and_all_else_stay(document: GuidelinePage) -> None:
    before = Client().get("/ja/guideline/one/").content.decode()
    revisions = Revision.objects.count()

    forget_names()

    assert Client().get("/ja/guideline/one/").content.decode() == before
    assert Revision.objects.count() == revisions
    page = ChapterPage.objects.get()
    page.get_latest_revision_as_object().body.stream_block.clean(page.body)
    assert page.get_latest_revision_as_object().title == "書きかけ"


def test_day_itself_still_names(document: GuidelinePage) -> None:
    assert forget_names(today=PAST) == 0
