"""A document with two chapters, and the people who work on it."""

import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from tests.editing.people import APPROVER, EDITOR, person, signed_in
from wagtail.models import Site

from tomoni.guidelines import drafts, services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage

HEADING, TEXT, OTHER = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()


@dataclass(frozen=True)
class Hall:
    """The town hall: a document in force, an editor, a section chief."""

    document: GuidelinePage
    chapter: ChapterPage
    second: ChapterPage
    editor: Any
    chief: Any

    @property
    def writes(self) -> Client:
        return signed_in(self.editor)

    @property
    def approves(self) -> Client:
        return signed_in(self.chief)


def draft() -> GuidelineDraft:
    first = [
        drafts.heading(block_id=HEADING, number="第１節", text="目的", level=2),
        drafts.paragraph(block_id=TEXT, html="<p>まちをつくる。</p>"),
    ]
    second = [drafts.paragraph(block_id=OTHER, html="<p>話しあう。</p>")]
    return GuidelineDraft(
        title="協働の指針",
        slug="guideline",
        edition="第１版",
        body=[],
        chapters=[
            ChapterDraft("第１章", "はじめに", "one", first, anchor="s-0000000a"),
            ChapterDraft("第２章", "進め方", "two", second, anchor="s-0000000b"),
        ],
    )


@pytest.fixture
def hall(site: Site) -> Hall:
    document = services.create_guideline(parent=site.root_page, draft=draft(), publish=True)
    return Hall(
        document=document,
        chapter=ChapterPage.objects.get(slug="one"),
        second=ChapterPage.objects.get(slug="two"),
        editor=person("hana", EDITOR, display_name="花"),
        chief=person("kacho", APPROVER, display_name="課長"),
    )
