"""Delete the names of rosters whose agreed day is past, wherever the site keeps them.

Readers have not seen them since that day; here they leave drafts, versions and editions too.
"""

import json
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Revision

from tomoni.editing.models import KeptVersion
from tomoni.guidelines.models import ChapterPage, Edition, GuidelinePage, PdfFile
from tomoni.guidelines.rosters import without_names
from tomoni.guidelines.selectors.drafts import body_in

# How a stored roster is found without reading every text there is.
SIGN = "roster"
PAGES = (ChapterPage, GuidelinePage)


@transaction.atomic
def forget_names(*, today: date | None = None) -> int:
    """Delete the names whose day is past; return in how many places some were found."""
    day = today or timezone.localdate()
    return (
        sum(_forget_in_pages(kind, day) for kind in PAGES)
        + _forget_in_contents(Revision.page_revisions.all(), day)
        + _forget_in_contents(KeptVersion.objects.all(), day)
        + _forget_in_editions(day)
    )


def _holding(rows: models.QuerySet[Any], field: str) -> models.QuerySet[Any]:
    """Return the rows whose stored text speaks of a roster."""
    stored = rows.annotate(stored_text=Cast(field, models.TextField()))
    found: models.QuerySet[Any] = stored.filter(stored_text__contains=SIGN)
    return found


def _forget_in_pages(kind: type[ChapterPage | GuidelinePage], day: date) -> int:
    count = 0
    for page in _holding(kind.objects.all(), "body"):
        kept = list(page.body.get_prep_value())
        left = without_names(kept, today=day)
        if left != kept:
            page.body = json.dumps(left)
            # No new version: the text is the same, and nobody has written it.
            kind.objects.filter(pk=page.pk).update(body=page.body)
            count += 1
    return count


def _forget_in_contents(rows: models.QuerySet[Any], day: date) -> int:
    """Forget in what keeps a page's fields as JSON, its body as a text within."""
    count = 0
    for row in _holding(rows, "content"):
        kept = list(body_in(row.content))
        left = without_names(kept, today=day)
        if left != kept:
            is_text = isinstance(row.content["body"], str)
            row.content["body"] = json.dumps(left) if is_text else left
            row.save(update_fields=["content"])
            count += 1
    return count


def _forget_in_editions(day: date) -> int:
    """Forget in kept editions, and throw PDFs away that may have been made before the day."""
    count = 0
    for edition in _holding(Edition.objects.all(), "text"):
        pages = edition.text.get("pages", [])
        left = [{**page, "body": without_names(page.get("body", []), today=day)} for page in pages]
        if left != pages:
            edition.text = {**edition.text, "pages": left}
            edition.save(update_fields=["text"])
            _drop_pdfs(edition.document_id)
            count += 1
    return count


def _drop_pdfs(document_id: int) -> None:
    for made in PdfFile.objects.filter(document_id=document_id).exclude(file=""):
        made.file.delete(save=False)
        made.delete()
