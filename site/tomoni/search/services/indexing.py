"""Write the index object by object, so that one bad object costs only itself."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace

from django.db import connection, transaction
from django.db.models import Model, Q
from wagtail.models import Page

from tomoni.search.models import SearchDocument
from tomoni.search.services.moments import Moment, is_still, present_moment
from tomoni.search.services.writing import Prepared, Texts, prepared, put, remove
from tomoni.search.sources import Source, date_of, sources, sources_of
from tomoni.search.stores.batches import portions

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Indexed:
    """How many texts can be found, and by object key what went wrong."""

    count: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """Objects as they stood at a moment: their texts, their keys, and what went wrong.

    There is no moment to compare with where they are locked.
    """

    model: type[Model]
    keys: Sequence[object]
    texts: Prepared
    present: frozenset[str]
    errors: Mapping[str, str]
    moment: Moment | None = None


@transaction.atomic
def index_objects(*, model: type[Model], keys: Sequence[object], anew: bool = False) -> Indexed:
    """Write anew what can be found of objects, as they stand in the database.

    What a caller holds in memory may be a draft, so objects are read again; and they are locked,
    so that nobody takes one back between the reading and the writing. An object whose texts
    cannot be read costs only itself, and is not found in its old wording either.
    """
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk__in=list(keys))  # noqa: SLF001
    present = list(rows.values_list("pk", flat=True))
    return _write(_read(model, keys, present=present, anew=anew), anew=anew)


def read_objects(*, model: type[Model], keys: Sequence[object]) -> Read:
    """Read what can be found of objects that are going to be written anew, and lock nothing."""
    # The moment first: what is changed while objects are read is changed since.
    moment = present_moment()
    return replace(_read(model, keys, present=keys, anew=True), moment=moment)


@transaction.atomic
def index_read(read: Read) -> Indexed:
    """Write objects anew as they were read, or as they stand now if anything was changed since.

    An official who takes something back waits so for no reading, and it is never written after.
    """
    if read.moment is not None and is_still(read.moment):
        return _write(read, anew=True)
    return index_objects(model=read.model, keys=read.keys, anew=True)


def subtree_of(page: Page) -> list[int]:
    """Return the keys of a page and all below it, after taking them out where it is private."""
    keys = list(Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True))
    if page.get_view_restrictions().exists():
        forget_objects(model=Page, keys=keys)
        return []
    return keys


def forget_objects(*, model: type[Model], keys: Iterable[object]) -> None:
    """Take objects out of the index; for `Page`, out of every source that holds pages."""
    names = {source.name for source in sources() if issubclass(source.model, model)}
    names |= {source.name for source in sources_of(model)}
    for wanted in portions(map(str, keys)):
        standing = Q(source__in=names, object_key__in=wanted)
        remove(SearchDocument.objects.filter(standing).values_list("pk", flat=True))


def _write(read: Read, *, anew: bool) -> Indexed:
    count = put(read.texts, anew=anew)
    gone = [key for key in read.keys if str(key) not in read.present]
    forget_objects(model=read.model, keys=gone)
    return Indexed(count, read.errors)


def _read(
    model: type[Model], keys: Sequence[object], *, present: Sequence[object], anew: bool
) -> Read:
    found = _objects(model, present)
    errors: dict[str, str] = {}
    texts = prepared(_texts_of(found, errors), anew=anew)
    return Read(model, keys, texts, frozenset(str(one.pk) for one in found), errors)


def _objects(model: type[Model], keys: Sequence[object]) -> list[Model]:
    if issubclass(model, Page):
        return list(Page.objects.filter(pk__in=list(keys)).specific())
    return list(model._default_manager.filter(pk__in=list(keys)))  # noqa: SLF001


def _texts_of(found: Iterable[Model], bad: dict[str, str]) -> Iterator[Texts]:
    for one in found:
        errors: list[str] = []
        for source in sources_of(type(one)):
            yield _texts(source, one, errors)
        if errors:
            bad[str(one.pk)] = "; ".join(errors)


def _texts(source: Source, found: Model, errors: list[str]) -> Texts:
    key, dated = str(found.pk), date_of(found)
    try:
        # Whatever a declaring room raises; within a transaction a savepoint keeps its failed
        # statement its own.
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            return Texts(source, key, dated, source.texts_of(found))
    except Exception as failure:
        logger.exception("%s %s could not be indexed", source.name, key)
        errors.append(f"{source.name}: {type(failure).__name__}: {failure}"[:500])
        return Texts(source, key, dated)
