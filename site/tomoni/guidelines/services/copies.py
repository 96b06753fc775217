"""A chapter copied within its document gets sections, notes and terms of its own."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.db import transaction

from tomoni.guidelines.anchors import heading_anchor, term_anchor
from tomoni.guidelines.models import ChapterPage


@transaction.atomic
def part_from_original(*, copy: ChapterPage, by: Any) -> None:  # Any: the user model
    """Give the copy ids of its own, and lead what refers to itself to them.

    Otherwise every link to a section of the original could lead to either. A copy that is public
    already is published again.
    """
    draft = copy.get_latest_revision_as_object()
    body = list(draft.body.get_prep_value())
    told = json.dumps(body)
    for old in set(ids_in(body)):
        new = str(uuid4())
        told = told.replace(old, new)
        for anchor in (heading_anchor, term_anchor):
            told = told.replace(f"#{anchor(old)}", f"#{anchor(new)}")
    draft.body, draft.anchor = told, ""
    ChapterPage.objects.filter(pk=copy.pk).update(body=told, anchor="")
    revision = draft.save_revision(user=by, clean=False)
    if copy.live:
        revision.publish(user=by)


def ids_in(stored: object) -> Iterator[str]:
    """Yield the ids of blocks and of items in lists, however deep."""
    if isinstance(stored, dict):
        if stored.get("id") and "value" in stored:
            yield str(stored["id"])
        for value in stored.values():
            yield from ids_in(value)
    elif isinstance(stored, list):
        for one in stored:
            yield from ids_in(one)
