"""Two hundred random edits: ids survive, old links answer, and no reference dangles unnoticed."""

import json
import random
import re
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import pytest
from django.test import Client
from tests.guidelines.test_editions import chapter, edited, publish_draft
from wagtail.models import Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from tomoni.guidelines import services
from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.checking import Subject, check_document
from tomoni.guidelines.drafts import GuidelineDraft
from tomoni.guidelines.models import ChapterPage, FormerHeading, GuidelinePage, Heading
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.guidelines.texts import text_of

EDITS, CHAPTERS, PUBLISHED_EVERY, EDITION_EVERY = 200, 4, 10, 50
REFERENCE = re.compile(r'href="#(s-[0-9a-f]+)"')
Commits = Callable[..., AbstractContextManager[object]]


@dataclass
class Section:
    """A section as the editors of this test remember it; its id is given once and for all."""

    id: str
    title: str
    leads_to: str = ""

    @property
    def anchor(self) -> str:
        return heading_anchor(self.id)

    def blocks(self) -> list[dict[str, object]]:
        link = f'<a href="#{self.leads_to}">そこ</a>を見てください。' if self.leads_to else ""
        text_id = str(uuid.uuid5(uuid.UUID(self.id), "text"))
        return [
            {
                "type": "heading",
                "id": self.id,
                "value": {"number": "", "text": self.title, "level": "2"},
            },
            {"type": "paragraph", "id": text_id, "value": f"<p>{self.title}の話。{link}</p>"},
        ]


@dataclass
class Office:
    """Editors at work on a document: what they wrote, and every address they ever made public."""

    document: GuidelinePage
    commits: Commits
    chance: random.Random
    chapters: dict[str, list[Section]] = field(default_factory=dict)
    promised: set[tuple[str, str]] = field(default_factory=set)
    editions: int = 1

    def edit(self, number: int) -> None:
        slug, other = self.chance.sample(sorted(self.chapters), 2)
        sections = self.chapters[slug]
        act = self.chance.choice(("insert", "insert", "move", "retitle", "delete", "carry"))
        if act == "insert" or not sections:
            sections.insert(self.chance.randrange(len(sections) + 1), self.new_section(number))
        elif act == "move":
            sections.insert(self.chance.randrange(len(sections)), self.taken(sections))
        elif act == "retitle":
            self.chance.choice(sections).title = f"言いかえた題{number}"
        elif act == "delete":
            self.taken(sections)
        else:
            self.chapters[other].append(self.taken(sections))
            self.save(other)
        self.save(slug)
        if number % EDITION_EVERY == 0:
            self.publish_edition()
        elif number % PUBLISHED_EVERY == 0:
            self.publish()

    def taken(self, sections: list[Section]) -> Section:
        return sections.pop(self.chance.randrange(len(sections)))

    def new_section(self, number: int) -> Section:
        anchors = [one.anchor for sections in self.chapters.values() for one in sections]
        new_id = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        return Section(new_id, f"題{number}", self.chance.choice([*anchors, ""]))

    def save(self, slug: str) -> None:
        blocks = [block for section in self.chapters[slug] for block in section.blocks()]
        edited(ChapterPage.objects.get(slug=slug), body=json.dumps(blocks))

    def publish(self) -> None:
        with self.commits(execute=True):
            for page in ChapterPage.objects.child_of(self.document):
                if page.has_unpublished_changes:
                    publish_draft(page)
        self.remember()

    def publish_edition(self) -> None:
        self.editions += 1
        with self.commits(execute=True):
            document = GuidelinePage.objects.get(pk=self.document.pk)
            publish_draft(edited(document, edition=f"第{self.editions}版"))
        self.remember()

    def remember(self) -> None:
        rows = Heading.objects.filter(document=self.document).select_related("page")
        self.promised |= {(row.page.slug, row.anchor) for row in rows}


def open_office(site: Site, commits: Commits, seed: int) -> Office:
    slugs = [f"chapter-{number}" for number in range(1, CHAPTERS + 1)]
    with commits(execute=True):
        document = services.create_guideline(
            parent=site.root_page,
            draft=GuidelineDraft(
                title="指針",
                slug="guideline",
                edition="第1版",
                body=[],
                chapters=[chapter(slug) for slug in slugs],
            ),
            publish=True,
        )
    office = Office(
        document=document,
        commits=commits,
        chance=random.Random(seed),  # noqa: S311 -- the same each time
        chapters={slug: [] for slug in slugs},
    )
    office.remember()
    return office


@pytest.mark.parametrize("seed", [4])
def test_two_hundred_edits_leave_every_link_an_answer(
    site: Site, django_capture_on_commit_callbacks: Commits, seed: int
) -> None:
    office = open_office(site, django_capture_on_commit_callbacks, seed)

    # Wagtail's own index of references is asked nothing here, and takes a third of the time.
    with disable_reference_index_auto_update():
        for number in range(1, EDITS + 1):
            office.edit(number)

    # What survived has the anchor that it was given, in the place where the editors put it.
    for slug, sections in office.chapters.items():
        rows = Heading.objects.filter(page__slug=slug, level__gt=1).order_by("order")
        assert list(rows.values_list("anchor", "title")) == [
            (section.anchor, section.title) for section in sections
        ]
    # Every address that was ever public leads to the section, or to what is known of it.
    html = {
        slug: Client().get(f"/ja/guideline/{slug}/").content.decode() for slug in office.chapters
    }
    memories = {
        (one.slug, one.anchor): one.edition
        for one in FormerHeading.objects.select_related("edition")
    }
    gone = {
        (slug, anchor)
        for slug, anchor in office.promised
        if f'<div class="placeholder" id="{anchor}"' in html[slug]
    }
    assert len(gone) > EDITS // 10
    assert {
        (slug, anchor)
        for slug, anchor in office.promised
        if f'id="{anchor}"' not in html[slug] and anchor != _own_anchor(slug)
    } == set()
    assert gone - set(memories) == set()
    # Of a section that is nowhere any more it is known in which edition it stands, if in any.
    here = {section.anchor for sections in office.chapters.values() for section in sections}
    kept = {one: text_of(one).anchors() for one in office.document.editions.all()}
    for place in gone:
        edition, anchor = memories[place], place[1]
        if anchor not in here:
            stands = [one for one, anchors in kept.items() if anchor in anchors]
            assert edition in stands if stands else edition is None
    # Each reference that leads nowhere is found by the checks, and no other.
    text = draft_text(document=office.document)
    lost = sorted(
        anchor
        for page in text.pages
        for block in page.body
        for anchor in REFERENCE.findall(str(block["value"]))
        if anchor not in here
    )
    found = [one for one in check_document(Subject(text=text)) if one.code == "dangling"]
    assert len(lost) > 0
    assert len(found) == len(lost)


def _own_anchor(slug: str) -> str:
    return ChapterPage.objects.get(slug=slug).anchor
