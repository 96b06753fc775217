"""Make drafts of an outline: a new document, or a new edition of one that exists."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from tomoni.accounts.models import User
from tomoni.guidelines.drafting import draft_of
from tomoni.guidelines.drafts import ChapterDraft, Paper, RawBlock
from tomoni.guidelines.models import ChapterPage, GuidelineImport, GuidelinePage, ImportState
from tomoni.guidelines.outlining.leaving import guideline_of, renamed
from tomoni.guidelines.outlining.matching import match, match_blocks
from tomoni.guidelines.outlining.pieces import CannotError, load
from tomoni.guidelines.outlining.present import CHAPTER, PresentPart, new_parts, present_parts
from tomoni.guidelines.services.documents import add_chapter, create_guideline, free_slug
from tomoni.guidelines.texts import ANCHORED, PageText, text_of_page


@dataclass(frozen=True)
class Papers:
    """What an editor says of the document beside its text."""

    title: str
    edition: str = ""
    kind: str = "guideline"
    audience: str = "residents"
    adopted_on: date | None = None
    section_id: int | None = None
    change_note: str = ""


@dataclass(frozen=True)
class Renewed:
    """What a new edition consists of."""

    document: GuidelinePage
    kept: int
    added: int
    leaving: int


@transaction.atomic
def make_drafts(*, upload: GuidelineImport, parent: Page, papers: Papers) -> GuidelinePage:
    """Make a document with its chapters below a page, all as drafts."""
    imported = guideline_of(load(upload.pieces), title=papers.title)
    if not imported.chapters and not imported.front:
        raise CannotError(_("Nothing of the text is left. Take back what belongs to it."))
    draft = replace(
        draft_of(imported, slug=free_slug(parent=parent)),
        edition=papers.edition,
        adopted_on=papers.adopted_on,
        paper=Paper(kind=papers.kind, audience=papers.audience),
    )
    document = create_guideline(
        parent=parent, draft=draft, publish=False, section_id=papers.section_id
    )
    _drafted(upload, document)
    return document


def suggest_matching(*, upload: GuidelineImport, document: GuidelinePage) -> dict[str, str]:
    """Return which section of the new text continues which of the present one."""
    imported = guideline_of(load(upload.pieces), title=document.title)
    return match(new_parts(imported), [one.part for one in parts_of(document)])


def parts_of(document: GuidelinePage) -> list[PresentPart]:
    """Return the parts of a document as its newest drafts have them."""
    return present_parts(list(_newest(document)))


@transaction.atomic
def renew_document(
    *,
    upload: GuidelineImport,
    document: GuidelinePage,
    papers: Papers,
    matching: Mapping[str, str],
    by: User | None = None,
) -> Renewed:
    """Write the outline as drafts of a new edition; readers see nothing of it before approval.

    Sections that continue old ones keep their ids, and so do alike blocks in them. New chapters
    are added as drafts; those that are gone are marked to leave when the edition is published.
    """
    _refuse_held(document, by)
    present = {one.part.key: one for one in parts_of(document)}
    chosen = {new: old for new, old in matching.items() if old in present}
    if len(set(chosen.values())) != len(chosen):
        raise CannotError(_("Two sections continue the same one. Choose another for one of them."))
    anchors = {new: present[old].anchor for new, old in chosen.items() if present[old].anchor}
    taken = set(present) | {str(one["id"]) for old in present.values() for one in old.blocks}
    # What does not continue an old piece must not pass for one by having its id.
    pieces = load(upload.pieces)
    mine = {one.id for one in pieces} | {one.group for one in pieces if one.group}
    fresh = {
        own: str(uuid5(UUID(own), f"{papers.edition}\x1f{document.pk}")) for own in mine & taken
    }
    pieces = renamed(pieces, fresh)
    chosen = {fresh.get(new, new): old for new, old in chosen.items()}
    anchors = {fresh.get(new, new): anchor for new, anchor in anchors.items()}
    imported = guideline_of(pieces, title=papers.title, anchors=anchors)
    draft = draft_of(imported, slug=document.slug)
    sources = {section.anchor: str(section.id) for section in imported.chapters}
    kept, added = 0, 0
    used: set[int] = set()
    before: Page | None = None
    for chapter in draft.chapters:
        old_key = chosen.get(sources.get(chapter.anchor, ""), "")
        old = present.get(old_key)
        body = _with_old_ids(chapter.body, chosen, present, old)
        page = _page_of(document, old_key)
        if page is None:
            page = _added(document, replace(chapter, body=body), papers, before)
            added += 1
        else:
            _rewritten(page, chapter, body, by)
            kept += 1
        used.add(page.pk)
        before = page
    leaving = 0
    for page in ChapterPage.objects.child_of(document).exclude(pk__in=used):
        newest = page.get_latest_revision_as_object()
        newest.ends_with_edition = True
        newest.save_revision(user=by, log_action=True)
        leaving += 1
    newest_document = document.get_latest_revision_as_object()
    newest_document.title = papers.title
    newest_document.edition = papers.edition
    newest_document.adopted_on = papers.adopted_on
    newest_document.change_note = papers.change_note
    own = present.get(CHAPTER + str(document.pk))
    newest_document.body = json.dumps(_with_old_ids(draft.body, chosen, present, own))
    newest_document.save_revision(user=by, log_action=True)
    _drafted(upload, document)
    return Renewed(document, kept, added, leaving)


def _refuse_held(document: GuidelinePage, by: User | None) -> None:
    """Leave drafts alone that wait for approval, or that somebody has locked."""
    chapters = ChapterPage.objects.child_of(document).order_by("path")
    held = [
        page.get_admin_display_title()
        for page in (document, *chapters)
        if page.workflow_in_progress or (by and page.permissions_for_user(by).page_locked())
    ]
    if held:
        raise CannotError(
            _("%(titles)s: being approved, or locked. Make the new edition after that.")
            % {"titles": "、".join(f"「{title}」" for title in held)}
        )


def _newest(document: GuidelinePage) -> Iterator[PageText]:
    yield text_of_page(document.get_latest_revision_as_object())
    for chapter in ChapterPage.objects.child_of(document).order_by("path"):
        yield text_of_page(chapter.get_latest_revision_as_object())


def _page_of(document: GuidelinePage, key: str) -> ChapterPage | None:
    if not key.startswith(CHAPTER):
        return None
    number = int(key.removeprefix(CHAPTER))
    found: ChapterPage | None = ChapterPage.objects.child_of(document).filter(pk=number).first()
    return found


def _rewritten(
    page: ChapterPage, chapter: ChapterDraft, body: Sequence[RawBlock], by: User | None
) -> None:
    newest = page.get_latest_revision_as_object()
    newest.number, newest.title = chapter.number, chapter.title
    newest.anchor = page.anchor or chapter.anchor
    newest.body = json.dumps(body)
    newest.ends_with_edition = False
    newest.save_revision(user=by, log_action=True)


def _added(
    document: GuidelinePage, chapter: ChapterDraft, papers: Papers, before: Page | None
) -> ChapterPage:
    slug = free_slug(parent=document, stem=chapter.slug)
    page = add_chapter(
        document=document,
        draft=replace(chapter, slug=slug),
        section_id=papers.section_id or document.section_id,
    )
    page.save_revision()
    if before is None:
        first = ChapterPage.objects.child_of(document).exclude(pk=page.pk).order_by("path").first()
        if first is not None:
            page.move(first, pos="left")
    else:
        page.move(type(before).objects.get(pk=before.pk), pos="right")
    # Moving wrote a new place into the tree that this object does not know.
    moved: ChapterPage = ChapterPage.objects.get(pk=page.pk)
    return moved


def _with_old_ids(
    body: Sequence[RawBlock],
    chosen: Mapping[str, str],
    present: Mapping[str, PresentPart],
    chapter: PresentPart | None,
) -> list[RawBlock]:
    """Return the blocks with the ids of those that they continue."""
    found: list[RawBlock] = []
    section: list[RawBlock] = []
    old = chapter
    for block in body:
        if block["type"] not in ANCHORED:
            section.append(block)
            continue
        found += _section_with_old_ids(section, old)
        section = []
        own = str(block["id"])
        old = present.get(chosen.get(own, ""))
        is_block = old is not None and not old.part.key.startswith(CHAPTER)
        found.append({**block, "id": old.part.key} if old is not None and is_block else block)
    return found + _section_with_old_ids(section, old)


def _section_with_old_ids(blocks: Sequence[RawBlock], old: PresentPart | None) -> list[RawBlock]:
    ids: dict[str, Any] = match_blocks(blocks, old.blocks) if old else {}
    return [{**block, "id": ids.get(str(block["id"]), block["id"])} for block in blocks]


def _drafted(upload: GuidelineImport, document: GuidelinePage) -> None:
    upload.document, upload.state = document, ImportState.DRAFTED
    upload.save(update_fields=["document", "state", "changed_at"])
