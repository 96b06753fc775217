"""Write the index: object by object, so that one bad object costs only itself."""

import logging
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Model, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Page

from tomoni.plugins import SearchText
from tomoni.search.analysis.folding import fold
from tomoni.search.models import IndexingFailure, SearchEntry
from tomoni.search.sources import Source, date_of, sources, sources_of

logger = logging.getLogger(__name__)

CHUNK = 500


@transaction.atomic
def index_object(*, model: type[Model], key: object) -> int:
    """Write anew what can be found of one object, as it stands in the database; return how many.

    What a caller holds in memory may be a draft, so the object is read again; and it is locked,
    so that nobody takes it back between the reading and the writing.
    """
    _lock(model, key)
    found = _stored(model, key)
    if found is None:
        forget_objects(model=model, keys=[key])
        return 0
    return sum(_index(source, found) for source in sources_of(type(found)))


def index_subtree(*, page: Page) -> int:
    """Write anew what can be found of a page and all below it; nothing where it is private."""
    keys = list(Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True))
    if page.get_view_restrictions().exists():
        forget_objects(model=Page, keys=keys)
        return 0
    return sum(index_object(model=Page, key=key) for key in keys)


@transaction.atomic
def forget_objects(*, model: type[Model], keys: Iterable[object]) -> None:
    """Take objects out of the index; for `Page`, out of every source that holds pages."""
    names = [source.name for source in sources() if issubclass(source.model, model)]
    names += [source.name for source in sources_of(model)]
    wanted = [str(key) for key in keys]
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        SearchEntry.objects.filter(source__in=names, object_key__in=chunk).delete()
        IndexingFailure.objects.filter(source__in=names, object_key__in=chunk).delete()


def move_addresses(*, old: str, new: str) -> int:
    """Let every page found below `old` be found below `new`, in one statement."""
    names = [source.name for source in sources() if source.holds_pages]
    return SearchEntry.objects.filter(source__in=names, url__startswith=old).update(
        url=Concat(Value(new), Substr("url", len(old) + 1))
    )


def rebuild(*, started: Callable[[int], None], advanced: Callable[[int], None]) -> int:
    """Write the whole index anew; return how many texts can be found.

    Each object is replaced in a transaction of its own and leftovers go last: readers find at
    every moment all that they should, and an editor who saves meanwhile never has to wait.
    """
    # A model with two sources is indexed for both at once.
    models = list(dict.fromkeys(source.model for source in sources()))
    keys = {
        model: list(model._default_manager.order_by("pk").values_list("pk", flat=True))  # noqa: SLF001
        for model in models
    }
    started(sum(len(pks) for pks in keys.values()))
    count = 0
    for model, pks in keys.items():
        for pk in pks:
            count += index_object(model=model, key=pk)
            advanced(1)
    _forget_leftovers()
    return count


def _forget_leftovers() -> None:
    known = {source.name: source for source in sources()}
    for kind in (SearchEntry, IndexingFailure):
        kind.objects.exclude(source__in=known).delete()
        for source in known.values():
            rows = kind.objects.filter(source=source.name)
            keys = sorted(set(rows.values_list("object_key", flat=True)))
            for start in range(0, len(keys), CHUNK):
                chunk = keys[start : start + CHUNK]
                present = source.objects().filter(pk__in=chunk).values_list("pk", flat=True)
                gone = set(chunk) - {str(pk) for pk in present}
                rows.filter(object_key__in=gone).delete()


def _lock(model: type[Model], key: object) -> None:
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk=key)  # noqa: SLF001
    rows.values_list("pk").first()


def _stored(model: type[Model], key: object) -> Model | None:
    found = model._default_manager.filter(pk=key).first()  # noqa: SLF001
    return found.specific if isinstance(found, Page) else found


def _index(source: Source, found: Model) -> int:
    key = str(found.pk)
    rows: list[SearchEntry] = []
    error = ""
    try:
        with transaction.atomic():
            rows = [
                _entry(source, found, text, order)
                for order, text in enumerate(source.texts_of(found))
            ]
    except Exception as failure:
        # A text that cannot be read any more is not to be found in its old wording either.
        logger.exception("%s %s could not be indexed", source.name, key)
        rows, error = [], f"{type(failure).__name__}: {failure}"[:500]
    with transaction.atomic():
        SearchEntry.objects.filter(source=source.name, object_key=key).delete()
        SearchEntry.objects.bulk_create(rows)
        IndexingFailure.objects.filter(source=source.name, object_key=key).delete()
        if error:
            IndexingFailure.objects.create(
                source=source.name, object_key=key, error=_storable(error)
            )
    return len(rows)


def _entry(source: Source, found: Model, text: SearchText, order: int) -> SearchEntry:
    whole = "\n".join([str(text.text), *(f"{one.heading}\n{one.text}" for one in text.passages)])
    title, body = _storable(str(text.title)), " ".join(_storable(whole).split())
    return SearchEntry(
        source=source.name,
        object_key=str(found.pk),
        locale=text.locale,
        title=title,
        url=_storable(text.url),
        text=body,
        folded_title=fold(title),
        # The title is searched with the text: words may stand in one or the other.
        folded_text=f"{fold(title)}\n{fold(body)}",
        dated=date_of(found),
        order=order,
    )


def _storable(text: str) -> str:
    """Return text without what databases refuse: NUL, and halves of broken characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
