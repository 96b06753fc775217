"""Write the whole index anew while the site goes on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from time import monotonic
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from tomoni.search.models import IndexedLanguage, SearchChange, SearchDocument
from tomoni.search.services.indexing import Read, index_read, read_objects
from tomoni.search.services.languages import count_words
from tomoni.search.services.outbox import WAITS
from tomoni.search.services.rows import storable
from tomoni.search.services.spreading import begin
from tomoni.search.services.writing import remove, retokenise
from tomoni.search.sources import sources
from tomoni.search.stores.batches import one_behind, portions
from tomoni.search.tokenising import identity_of, wording_of

T = TypeVar("T")

# Objects at first; then so many as are written within these seconds, which an editor who saves
# meanwhile waits.
FIRST, MOST = 50, 500
SECONDS = 0.5


def rebuild(*, started: Callable[[int], None], advanced: Callable[[int], None]) -> int:
    """Write the whole index anew; return how many texts can be found.

    Objects are replaced in small transactions and leftovers go last: readers find at every moment
    all that they should, and an editor who saves meanwhile waits for one batch at most. While one
    batch is written, other processes analyse the next.
    """
    # A model with two sources is indexed for both at once.
    models = list(dict.fromkeys(source.model for source in sources()))
    keys = {
        model: list(model._default_manager.order_by("pk").values_list("pk", flat=True))  # noqa: SLF001
        for model in models
    }
    started(sum(len(pks) for pks in keys.values()))
    count = 0
    for read in one_behind(_read(keys)):
        count += _write(read)
        advanced(len(read.keys))
    _forget_leftovers()
    for locale in IndexedLanguage.objects.values_list("locale", flat=True):
        _renew_language(locale)
    return count


def paced(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield keys in batches that each take half a second, as the batch before lets expect."""
    at, size = 0, FIRST
    while at < len(keys):
        started = monotonic()
        yield keys[at : at + size]
        took = monotonic() - started
        at += size
        size = min(MOST, 2 * size, max(1, int(size * SECONDS / max(took, 0.001))))


def _read(keys: Mapping[type[Model], Sequence[object]]) -> Iterator[Read]:
    for model, pks in keys.items():
        for batch in paced(pks):
            yield read_objects(model=model, keys=batch)


def _write(read: Read) -> int:
    done = index_read(read)
    label = read.model._meta.label  # noqa: SLF001 -- public in fact
    failures = SearchChange.objects.filter(
        kind=SearchChange.Kind.OBJECT, model=label, attempts__gt=0
    )
    failures.filter(object_key__in=[str(key) for key in read.keys]).delete()
    SearchChange.objects.bulk_create(
        SearchChange(
            kind=SearchChange.Kind.OBJECT,
            model=label,
            object_key=key,
            attempts=1,
            next_try=timezone.now() + timedelta(minutes=WAITS[0]),
            error=storable(error)[:500],
        )
        for key, error in done.errors.items()
    )
    return done.count


def _forget_leftovers() -> None:
    """Take out what belongs to no source any more, or whose object is gone."""
    known = {source.name: source for source in sources()}
    remove(SearchDocument.objects.exclude(source__in=known).values_list("pk", flat=True))
    for source in known.values():
        rows = SearchDocument.objects.filter(source=source.name)
        keys = sorted(set(rows.values_list("object_key", flat=True)))
        for chunk in portions(keys):
            present = source.objects().filter(pk__in=chunk).values_list("pk", flat=True)
            gone = set(chunk) - {str(pk) for pk in present}
            remove(rows.filter(object_key__in=gone).values_list("pk", flat=True))


def analyse_anew(locale: str) -> None:
    """Make the tokens of a language's texts anew, when the dictionary or a rule has changed."""
    rows = SearchDocument.objects.filter(locale=locale).order_by("pk")

    def begun() -> Iterator[Sequence[int]]:
        for batch in paced(list(rows.values_list("pk", flat=True))):
            begin(map(wording_of, rows.filter(pk__in=batch)))
            yield batch

    for batch in one_behind(begun()):
        retokenise(batch)
    _renew_language(locale)


def _renew_language(locale: str) -> None:
    IndexedLanguage.objects.filter(locale=locale).update(identity=identity_of(locale))
    count_words(locale)
