"""Turn a written document of the demo town into a draft; its links find their anchors and pages."""

import re
from functools import cache

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.demo import content
from tomoni.guidelines.demo.content.documents import Chapter, Document
from tomoni.guidelines.demo.desk import Desk
from tomoni.guidelines.demo.writing import raw_blocks
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft, Paper
from tomoni.guidelines.models import GuidelinePage
from tomoni.home.demo import bodies
from tomoni.home.demo.build import picture_of, section_of
from tomoni.home.demo.content.blocks import block_id
from tomoni.home.demo.places import home_of, page_at, translation_key

KEY = re.compile(r'href="#key:([a-z0-9-]+)"')


def draft_of(written: Document, *, summary_of_id: int | None = None) -> GuidelineDraft:
    """Return the document as the services take it; keys become lasting ids."""
    desk = desk_of(written)
    return GuidelineDraft(
        title=written.title,
        slug=written.slug,
        summary=written.lead,
        edition=written.edition,
        adopted_on=written.adopted,
        body=raw_blocks(desk, written.foreword),
        chapters=[chapter_draft(written, one, desk) for one in written.chapters],
        paper=Paper(
            kind=written.kind,
            audience=written.audience,
            in_force_on=written.in_force,
            review_due=written.review_due,
            foreword_office=written.foreword_office,
            foreword_name=written.foreword_name,
            summary_of_id=summary_of_id,
        ),
        translation_key=translation_key("page", written.slug),
    )


def chapter_draft(written: Document, chapter: Chapter, desk: Desk) -> ChapterDraft:
    return ChapterDraft(
        number=chapter.number,
        title=chapter.title,
        slug=chapter.key,
        summary=chapter.lead,
        body=raw_blocks(desk, chapter.blocks),
        anchor=anchor_of(written.key, chapter.key),
        translation_key=translation_key("page", f"{written.slug}/{chapter.key}"),
    )


def desk_of(written: Document) -> Desk:
    """Return what the document's blocks need: its own keys, and the pages of its language."""
    home = home_of(written.locale)
    here = {key: anchor_of(written.key, key) for key in written.anchored_keys()}

    def address(found: re.Match[str]) -> str:
        key = found[1]
        return f'href="#{here[key]}"' if key in here else f'href="{elsewhere(written, key)}"'

    def find(key: str) -> int | None:
        page = page_at(home, key) if home else None
        return page.pk if page else None

    def link(html: str) -> str:
        return bodies.link(KEY.sub(address, html), written.key, find)

    return Desk(
        document=written.key,
        link=link,
        picture=cache(lambda key: picture_of(key).pk),
        section=lambda key: section_of(key, written.locale).pk,
    )


def elsewhere(written: Document, key: str) -> str:
    """Return the address of a section that the document has in Japanese only."""
    chapter = content.guideline().places_of_keys().get(key)
    home = home_of("ja")
    page = home and GuidelinePage.objects.child_of(home).filter(slug=written.slug).first()
    if not (page and chapter):
        raise KeyError(f"{written.slug} ({written.locale}) has no section “{key}” to lead to.")
    return f"{page.url}{chapter}/#{anchor_of(written.key, key)}"


def anchor_of(document: str, key: str) -> str:
    return heading_anchor(str(block_id(document, key)))
