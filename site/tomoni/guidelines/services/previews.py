"""Make links that let outsiders see a draft for a time, and take them back."""

import secrets
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from tomoni.guidelines.models import PreviewLink

# 256 bits: nobody finds a link by trying.
TOKEN_BYTES = 32


def make_preview_link(*, page: Page, by: Any, days: int, note: str = "") -> PreviewLink:
    """Make a link to the draft of a page that works for so many days."""
    return PreviewLink.objects.create(
        page_id=page.pk,
        token=secrets.token_urlsafe(TOKEN_BYTES),
        note=note,
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )


def revoke_preview_link(*, link: PreviewLink) -> None:
    """Let a link answer no more; one that was revoked before stays as it was."""
    PreviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )
