"""Give the demo town the starter set of search terms, and some questions; safe to run twice."""

from collections.abc import Callable
from datetime import timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tomoni.search.models import AskedWeek, AskedWords
from tomoni.search.models.asked import week_of
from tomoni.search.services import load_starter_terms
from tomoni.search.unfound.texts import key_of

# Words in a language, and for each of the last weeks: visits, of them found nothing, only partly.
ASKED = (
    ("スケボーパーク", "ja", ((2, 2, 0), (0, 0, 0), (4, 4, 0), (3, 3, 0), (6, 6, 0), (9, 9, 0))),
    ("ドッグランの予約", "ja", ((1, 0, 1), (2, 0, 2), (0, 0, 0), (3, 0, 3), (2, 0, 2))),
    ("aluguel de bicicleta", "pt-br", ((1, 1, 0), (0, 0, 0), (2, 2, 0), (4, 4, 0))),
    ("thi bằng lái xe", "vi", ((3, 3, 0), (2, 2, 0), (3, 3, 0))),
)


def build(progress: Callable[[str], None]) -> None:
    """Bring the starter set in, and what was asked."""
    progress(_("Words that residents search with"))
    load_starter_terms()
    for text, locale, weeks in ASKED:
        words, is_new = AskedWords.objects.get_or_create(
            locale=locale, key=key_of(text, locale=locale), defaults={"text": text}
        )
        if is_new:
            _count(words, weeks)


def _count(words: AskedWords, weeks: tuple[tuple[int, int, int], ...]) -> None:
    this = week_of(localdate())
    AskedWeek.objects.bulk_create(
        AskedWeek(
            words=words,
            begins=this - timedelta(weeks=ago),
            asked=asked,
            nothing=nothing,
            partly=partly,
        )
        for ago, (asked, nothing, partly) in enumerate(reversed(weeks))
        if asked
    )
