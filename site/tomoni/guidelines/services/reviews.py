"""Remind the section in charge, once for each date, that a document is to be looked through."""

import logging
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tomoni.design.dates import local_date
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.selectors.reviews import due_for_mail

logger = logging.getLogger(__name__)


def remind_sections() -> int:
    """Mail the section of each document whose day has come; return how many were sent.

    The section's own address is used: people change their posts, sections stay. A mail that fails
    is tried again the next time.
    """
    sent = 0
    for document in due_for_mail(today=timezone.localdate()):
        section, day = document.section, document.review_due
        if section is None or day is None:
            continue
        with translation.override(document.locale.language_code):
            subject, text = letter(document=document, section=section.name, day=day)
        try:
            send_mail(subject, text, None, [section.email])
        except OSError:
            logger.exception("The reminder about %s could not be sent", document.title)
            continue
        GuidelinePage.objects.filter(pk=document.pk).update(review_mailed_for=day)
        sent += 1
    return sent


def letter(*, document: GuidelinePage, section: str, day: date) -> tuple[str, str]:
    """Return subject and text of the reminder."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    words = {
        "section": section,
        "title": " ".join(document.title.split()),
        "day": local_date(day),
        "url": base + reverse("wagtailadmin_pages:edit", args=[document.pk]),
        "list": base + reverse("tomoni_review_report"),
        "site": settings.WAGTAIL_SITE_NAME,
    }
    subject = _("[Review due] %(title)s") % words
    text = (
        _(
            "To %(section)s\n\n"
            "The day has come to look through this document:\n\n"
            "  %(title)s\n  Review due: %(day)s\n\n"
            "Open it, check that it is still true, and set the next date:\n%(url)s\n\n"
            "All documents and their dates:\n%(list)s\n\n"
            "%(site)s – this mail was sent by itself, once for this date."
        )
        % words
    )
    return subject, text
