"""Keep what somebody could not save because of a newer version, and put the two together."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from tomoni.editing.merging import merge, stream_fields
from tomoni.editing.models import KeptVersion


class NewerStillError(Exception):
    """Raised when the page was saved once more while somebody compared two versions."""


def keep(
    *,
    page: Page,
    by: Any,
    base: Revision | None,
    content: Mapping[str, Any],  # Any: a page as a revision stores it
    automatic: bool,
) -> KeptVersion:
    """Keep a version; what was kept while typing gives way to what came after it."""
    waiting = KeptVersion.objects.filter(page=page, by=by, base=base, settled_at__isnull=True)
    version = waiting.filter(automatic=True).first() or KeptVersion(page_id=page.pk, by=by)
    version.base, version.content, version.automatic = base, dict(content), automatic
    version.save()
    return version


@transaction.atomic
def take_over(
    *, version: KeptVersion, choices: Mapping[str, str], newest_id: int, by: Any
) -> Revision:
    """Save the newest version with what was chosen from the kept one, as a new draft.

    Raises `NewerStillError` where the newest version is no longer the one that was looked at.
    """
    page = Page.objects.select_for_update().get(pk=version.page_id)
    newest = page.get_latest_revision()
    if newest is None or newest.pk != newest_id:
        raise NewerStillError
    merged = merge(
        base=version.base.content if version.base else None,
        theirs=newest.content,
        mine=version.content,
        choices=choices,
        streams=stream_fields(page.specific_class),
    )
    draft = page.specific.with_content_json(merged)
    revision: Revision = draft.save_revision(user=by, log_action=True, clean=False)
    version.settled_at = timezone.now()
    version.save(update_fields=["settled_at"])
    return revision


def drop(*, version: KeptVersion) -> None:
    """Throw a kept version away: marked, not deleted, so that a mistake can be mended."""
    version.settled_at = timezone.now()
    version.save(update_fields=["settled_at"])
