"""Gather what is checked: the drafts of a document and the pictures in them. Four queries."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from tomoni.guidelines.checking.findings import Subject, value_of
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.media.models import Image


def subject_of(document: Page) -> Subject:
    """Return the newest drafts of a document, ready to be checked."""
    text = draft_text(document=document)
    adopted = GuidelinePage.objects.filter(pk=document.pk).values_list("adopted_on", flat=True)
    pictures = {
        value_of(block).get("image")
        for page in text.pages
        for block in page.body
        if block.get("type") == "picture"
    }
    return Subject(
        text=text,
        adopted_on=adopted.first(),
        today=timezone.localdate(),
        described_pictures=described(pictures - {None}) if pictures else frozenset(),
    )


def described(pictures: set[object]) -> frozenset[int]:
    """Return those of the pictures that say what they show, or are decoration."""
    told = Image.objects.filter(Q(is_decorative=True) | ~Q(description=""), pk__in=pictures)
    return frozenset(told.values_list("pk", flat=True))
