"""Write texts into the index: rows that are shown, and tokens in the embedded store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db import transaction

from tomoni.plugins import SearchText
from tomoni.search.analysing import Analysis
from tomoni.search.models import RemovedDocument, SearchDocument
from tomoni.search.services.keys import put_keys, remove_keys
from tomoni.search.services.languages import note_language
from tomoni.search.services.rows import Given, Key, key_of, row_of, same, sign
from tomoni.search.services.saving import save
from tomoni.search.services.spreading import analyses, begin
from tomoni.search.services.versions import next_version
from tomoni.search.sources import Source
from tomoni.search.stores.batches import one_behind, portions
from tomoni.search.stores.choice import embedded
from tomoni.search.tokenising import document_of, wording_of


@dataclass(frozen=True)
class Texts:
    """All that can be found of one object of a source; nothing where it must not be found."""

    source: Source
    object_key: str
    dated: Any  # a datetime; Django's field types want no more
    texts: tuple[SearchText, ...] = ()


@dataclass(frozen=True)
class Prepared:
    """The rows of objects' texts before they are written, with their numbers or without."""

    given: Sequence[Texts]
    rows: Mapping[Key, SearchDocument]


@transaction.atomic
def write(found: Iterable[Texts]) -> int:
    """Write the texts of objects and take out what is no more; return how many can be found.

    A text that stands in the index as it is stays untouched.
    """
    return put(prepared(found))


def write_each(batches: Iterable[Iterable[Texts]]) -> Iterator[int]:
    """Write batches anew, each while others analyse the next; yield how many texts each has."""
    for ready in one_behind(prepared(batch, anew=True) for batch in batches):
        yield put(ready, anew=True)


def prepared(found: Iterable[Texts], *, anew: bool = False) -> Prepared:
    """Make the rows of texts.

    Where all of them are to be written `anew`, other processes begin while `found` yields texts.
    """
    read: list[Texts] = []
    given: list[Given] = []
    rows: list[SearchDocument] = []
    for one in found:
        texts = [Given(one.source, one.object_key, one.dated, text) for text in one.texts]
        made = [row_of(text) for text in texts]
        if anew:
            begin(map(wording_of, made))
        read.append(one)
        given += texts
        rows += made
    sign(rows, given)
    return Prepared(read, {key_of(row): row for row in rows})


@transaction.atomic
def put(ready: Prepared, *, anew: bool = False) -> int:
    """Write rows, all of them or those that say something new, and take out what is no more."""
    wanted = ready.rows
    standing = _standing(ready.given)
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
    rows = list(SearchDocument.objects.filter(pk__in=pks).order_by("pk"))
    remove_keys(pks)
    _write_tokens(rows, analyses([wording_of(row) for row in rows]))


def _standing(found: Sequence[Texts]) -> Mapping[Key, SearchDocument]:
    rows: dict[Key, SearchDocument] = {}
    for source in {one.source.name for one in found}:
        keys = [one.object_key for one in found if one.source.name == source]
        for row in SearchDocument.objects.filter(source=source, object_key__in=keys):
            rows[key_of(row)] = row
    return rows


def _remove(pks: Sequence[int], *, version: int) -> None:
    for chunk in portions(pks):
        SearchDocument.objects.filter(pk__in=chunk).delete()
        RemovedDocument.objects.bulk_create(
            RemovedDocument(document=pk, version=version) for pk in chunk
        )
        remove_keys(chunk)
        embedded().remove(chunk, version=version)


def _put(changed: Sequence[tuple[SearchDocument | None, SearchDocument]], *, version: int) -> None:
    for former, row in changed:
        row.pk = former.pk if former else None
    known = sorted((row for _former, row in changed if row.pk), key=attrgetter("pk"))
    new = [row for _former, row in changed if not row.pk]
    rows = [*known, *new]
    # Begun before rows are written, since other processes may do it meanwhile.
    found = analyses([wording_of(row) for row in rows])
    save(known, new, version=version)
    remove_keys([row.pk for row in known])
    note_language({row.locale for row in rows})
    _write_tokens(rows, found)


def _write_tokens(rows: Sequence[SearchDocument], found: Iterable[Analysis]) -> None:
    """Write what was found in texts, by rising number, table by table."""
    analysed = list(zip(rows, found, strict=True))
    embedded().put([document_of(row, one.streams) for row, one in analysed])
    put_keys(analysed)
