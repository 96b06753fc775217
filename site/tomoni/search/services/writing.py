"""Write texts into the index: rows that are shown, and tokens in the embedded store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import transaction

from tomoni.plugins import SearchText
from tomoni.search.analysing import Analysis
from tomoni.search.models import RemovedDocument, SearchDocument
from tomoni.search.services.keys import put_keys, remove_keys
from tomoni.search.services.languages import note_language
from tomoni.search.services.rows import Given, Key, key_of, rows_of, same
from tomoni.search.services.spreading import analyses
from tomoni.search.services.versions import next_version
from tomoni.search.sources import Source
from tomoni.search.stores.batches import portions
from tomoni.search.stores.choice import embedded
from tomoni.search.tokenising import document_of, wording_of

# Small enough for the rest to be analysed meanwhile; SQLite ends a piece of its lists with each.
TOKENS_AT_ONCE = 250


@dataclass(frozen=True)
class Texts:
    """All that can be found of one object of a source; nothing where it must not be found."""

    source: Source
    object_key: str
    dated: Any  # a datetime; Django's field types want no more
    texts: tuple[SearchText, ...] = ()


@transaction.atomic
def write(found: Sequence[Texts], *, anew: bool = False) -> int:
    """Write the texts of objects and take out what is no more; return how many can be found.

    A text that stands in the index as it is stays untouched, unless all is to be written `anew`.
    """
    standing = _standing(found)
    wanted = _wanted(found)
    gone = [row.pk for key, row in standing.items() if key not in wanted]
    changed = [
        (standing.get(key), row)
        for key, row in wanted.items()
        if anew or key not in standing or not same(standing[key], row)
    ]
    if gone or changed:
        version = next_version()
        _remove(gone, version=version)
        _put(changed, version=version)
    return len(wanted)


def remove(rows: Iterable[int]) -> None:
    """Take texts out by the keys of their rows."""
    pks = list(rows)
    if pks:
        with transaction.atomic():
            _remove(pks, version=next_version())


@transaction.atomic
def retokenise(pks: Sequence[int]) -> None:
    """Write the tokens of texts anew; what is shown stays as it is."""
    version = next_version()
    SearchDocument.objects.filter(pk__in=pks).update(version=version)
    rows = list(SearchDocument.objects.filter(pk__in=pks))
    remove_keys(pks)
    _write_tokens(rows, analyses([wording_of(row) for row in rows]))


def _standing(found: Sequence[Texts]) -> Mapping[Key, SearchDocument]:
    rows: dict[Key, SearchDocument] = {}
    for source in {one.source.name for one in found}:
        keys = [one.object_key for one in found if one.source.name == source]
        for row in SearchDocument.objects.filter(source=source, object_key__in=keys):
            rows[key_of(row)] = row
    return rows


def _wanted(found: Sequence[Texts]) -> Mapping[Key, SearchDocument]:
    rows = rows_of(
        Given(one.source, one.object_key, one.dated, text) for one in found for text in one.texts
    )
    return {key_of(row): row for row in rows}


def _remove(pks: Sequence[int], *, version: int) -> None:
    for chunk in portions(pks):
        SearchDocument.objects.filter(pk__in=chunk).delete()
        RemovedDocument.objects.bulk_create(
            RemovedDocument(document=pk, version=version) for pk in chunk
        )
        remove_keys(chunk)
        embedded().remove(chunk, version=version)


def _put(changed: Sequence[tuple[SearchDocument | None, SearchDocument]], *, version: int) -> None:
    rows = [row for _former, row in changed]
    for former, row in changed:
        row.pk, row.version = former.pk if former else None, version
    known, new = [row for row in rows if row.pk], [row for row in rows if not row.pk]
    # Begun before rows are written, since other processes may do it meanwhile.
    found = analyses([wording_of(row) for row in rows])
    # A text that another process wrote in the meantime is replaced; the key is what it was.
    SearchDocument.objects.bulk_create(new)
    if known:
        # Thirty times as fast as `bulk_update`, which asks of each column which row it belongs to.
        SearchDocument.objects.bulk_create(
            known,
            update_conflicts=True,
            update_fields=_changing_fields(),
            unique_fields=["id"],
        )
        remove_keys([row.pk for row in known])
    note_language({row.locale for row in rows})
    _write_tokens(rows, found)


def _write_tokens(rows: Sequence[SearchDocument], found: Iterator[Analysis]) -> None:
    """Write what was found in texts, portion by portion while the others are still analysed."""
    for portion in portions(rows, TOKENS_AT_ONCE):
        known = list(islice(found, len(portion)))
        put_keys(portion, known)
        pairs = zip(portion, known, strict=True)
        embedded().put([document_of(row, one.streams) for row, one in pairs])


def _changing_fields() -> list[str]:
    columns = SearchDocument._meta.concrete_fields  # noqa: SLF001 -- public in fact
    return [column.name for column in columns if column.name != "id"]
