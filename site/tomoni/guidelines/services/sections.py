"""Move a section, with all below it, to another place in the drafts of its document."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tomoni.guidelines.anchors import ANCHORED, headline
from tomoni.guidelines.models import ChapterPage

Block = Mapping[str, Any]  # Any: what a stream field stores


class SectionMoveError(Exception):
    """Raised with a sentence for the editor where a section cannot be moved as asked."""


@transaction.atomic
def move_section(
    *,
    source: ChapterPage,
    block_id: str,
    target: ChapterPage,
    before: str,
    by: Any,  # Any: the user model
) -> int:
    """Move the section that begins with a block; return how many blocks went along.

    It goes to the newest draft of `target`, in front of the block `before`, or to the end where
    that is empty. Ids are kept, so links and references follow. Nothing is published.

    Raises `SectionMoveError` where one of the two is being approved or locked, where they belong
    to different documents, where section or place are no longer in the drafts, or where the section
    stands in the target already.
    """
    if source.get_parent().pk != target.get_parent().pk:
        raise SectionMoveError(_("A section can only be moved within its own document."))
    # Locked in one order, so that two who move at once wait for each other and do not block.
    rows = ChapterPage.objects.select_for_update(of=("self",)).order_by("pk")
    drafts = {}
    for row in rows.filter(pk__in=(source.pk, target.pk)):
        _refuse_held(row, by)
        drafts[row.pk] = row.get_latest_revision_as_object()
    there = list(drafts[source.pk].body.get_prep_value())
    start, end = section_span(there, block_id)
    moving = there[start:end]
    if before in {block["id"] for block in moving}:
        raise SectionMoveError(_("A section cannot be moved into itself."))
    del there[start:end]
    here = there if target.pk == source.pk else list(drafts[target.pk].body.get_prep_value())
    if not {block["id"] for block in moving}.isdisjoint(block["id"] for block in here):
        raise SectionMoveError(
            _("This section, or a part of it, stands in “%(title)s” already. Take it out of there.")
            % {"title": drafts[target.pk].full_title}
        )
    place = _index_of(here, before) if before else len(here)
    here[place:place] = moving
    for key, body in {source.pk: there, target.pk: here}.items():
        drafts[key].body = json.dumps(body)
        # What else may be missing in the draft is said when it is published.
        drafts[key].save_revision(user=by, log_action=True, clean=False)
    return len(moving)


def section_span(body: Sequence[Block], block_id: str) -> tuple[int, int]:
    """Return where a section begins and ends: before the next heading that is not below it.

    Raises `SectionMoveError` where no heading or article has that id.
    """
    start = _index_of(body, block_id)
    level = _level(body[start])
    if level is None:
        raise SectionMoveError(_("Choose a heading or an article."))
    for end in range(start + 1, len(body)):
        found = _level(body[end])
        if found is not None and found <= level:
            return start, end
    return start, len(body)


def _level(block: Block) -> int | None:
    if block["type"] not in ANCHORED:
        return None
    return headline(block["type"], block["value"])[0]


def _index_of(body: Sequence[Block], block_id: str) -> int:
    for index, block in enumerate(body):
        if block["id"] == block_id:
            return index
    raise SectionMoveError(
        _("Somebody has changed the chapter in the meantime. Choose section and place again.")
    )


def _refuse_held(page: ChapterPage, by: Any) -> None:  # Any: the user model
    if page.workflow_in_progress:
        raise SectionMoveError(
            _("“%(title)s” is being approved. Move sections after that, or take the request back.")
            % {"title": page.full_title}
        )
    if page.permissions_for_user(by).page_locked():
        raise SectionMoveError(
            _("“%(title)s” is locked. Ask whoever locked it.") % {"title": page.full_title}
        )
