"""What the table of texts says by itself, the same in every database."""

from django.db.models import Avg

from tomoni.search.models import StoredText
from tomoni.search.stores.connecting import reading


class HeldTexts:
    """The part of an `EmbeddedStore` that asks no tokens."""

    def count(self, *, locale: str) -> int:
        with reading():
            return StoredText.objects.filter(locale=locale).count()

    def average_length(self, *, locale: str) -> float:
        with reading():
            held = StoredText.objects.filter(locale=locale)
            return held.aggregate(average=Avg("length"))["average"] or 0.0
