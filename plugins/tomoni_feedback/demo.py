"""Answers as residents of the demo town may have given them."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from tomoni.api import GuidelinePage, StandardPage
from tomoni_feedback.models import Answer

TOWN = uuid.UUID("3c1a7ad0-9b34-4d4a-8a5e-9f7b7c7f5d11")
COMMENTS = (
    (True, "ja", "写真があってわかりやすかったです。"),
    (True, "pt-br", "Obrigada! Agora sei o dia do lixo."),
    (False, "ja", "粗大ごみの電話番号が、もっと上にあるとうれしいです。"),
    (True, "ja-simple", "ふりがなが あると もっと いいです。"),
    (True, "en", "Clear and short. Thank you."),
    (False, "ja", ""),
)


def build(progress: Callable[[str], None]) -> None:
    """Give each page some answers, spread over the last weeks; a second run adds none."""
    pages = [*StandardPage.objects.live()[:6], *GuidelinePage.objects.live()[:1]]
    for number, page in enumerate(pages):
        progress(page.title)
        for place in range(1 + (number * 5) % 7):
            helpful, language, comment = COMMENTS[(number + place) % len(COMMENTS)]
            answer, is_new = Answer.objects.get_or_create(
                token=uuid.uuid5(TOWN, f"{page.url_path}{place}"),
                defaults={
                    "page": page,
                    "page_title": page.title,
                    "language": language,
                    "helpful": helpful,
                    "comment": comment,
                },
            )
            if is_new:
                given = timezone.now() - timedelta(days=(number * 11 + place * 9) % 80)
                Answer.objects.filter(pk=answer.pk).update(given_at=given)
