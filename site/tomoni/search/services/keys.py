"""Write what titles are met by while somebody types, together with the index."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from tomoni.search.analysing import Analysis
from tomoni.search.beginnings import rank_of
from tomoni.search.models import SearchDocument, SuggestionKey
from tomoni.search.services.inserting import insert
from tomoni.search.stores.batches import portions

COLUMNS = ("document", "locale", "key", "head", "is_first", "rank")
IN_INDEX = itemgetter(*map(COLUMNS.index, ("locale", "is_first", "key")))


def put_keys(found: Iterable[tuple[SearchDocument, Analysis]]) -> None:
    """Write the beginnings of texts' titles, within the transaction that writes the texts.

    In the order of the index that all of them are in, so that each of its pages is met once.
    """
    keys = (key for row, one in found for key in _keys(row, one))
    insert(SuggestionKey, COLUMNS, sorted(keys, key=IN_INDEX))


def remove_keys(pks: Sequence[int]) -> None:
    """Take out the beginnings of texts that are no more, or are written anew."""
    for portion in portions(pks):
        found = SuggestionKey.objects.filter(document__in=portion)
        # Nothing hangs on them and nobody listens, so they need not be read first.
        found._raw_delete(found.db)  # noqa: SLF001


def _keys(row: SearchDocument, found: Analysis) -> Iterator[tuple[int, str, bytes, str, bool, int]]:
    ranks = [
        rank_of(is_first=is_first, boost=row.boost, length=len(row.title))
        for is_first in (False, True)
    ]
    for key, head, is_first in found.beginnings:
        yield row.pk, row.locale, key, head, is_first, ranks[is_first]
