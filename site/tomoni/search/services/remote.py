"""Let the store on a server follow the index: everything in the order of versions, nothing twice.

`IndexState.sent` says up to which version the server has followed. A server that was away gets
what it missed; one whose index is new, or another one than before, gets all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tomoni.search.models import IndexState, RemovedDocument, SearchDocument
from tomoni.search.services.spreading import analyses, begin
from tomoni.search.services.versions import current_version
from tomoni.search.stores.batches import one_behind
from tomoni.search.stores.choice import remote
from tomoni.search.stores.fallback import FallbackStore
from tomoni.search.stores.protocol import IndexedDocument, StoreUnavailableError
from tomoni.search.tokenising import document_of, wording_of

BATCH = 200


@dataclass(frozen=True)
class _Step:
    """What changed up to a version."""

    version: int
    rows: Sequence[SearchDocument]
    removed: tuple[tuple[int, int], ...]


class _Target(Protocol):
    """What takes changes: a store, or an index that is being filled."""

    def put(self, documents: tuple[IndexedDocument, ...]) -> None: ...

    def remove(self, pks: list[int], *, version: int) -> None: ...


def send_changes() -> bool:
    """Send what the server has not got; return whether it has everything now."""
    chosen = remote()
    if chosen is None:
        # Nobody needs to hear what was taken out.
        RemovedDocument.objects.all().delete()
        return True
    try:
        _send(chosen)
    except StoreUnavailableError:
        # The breaker has noted and told it; the next round tries again.
        return False
    return True


def is_behind() -> bool:
    """Tell whether there is a server that has not got everything."""
    if remote() is None:
        return False
    state = IndexState.objects.filter(pk=1).first()
    return state is not None and state.sent < state.version


def fill_anew() -> None:
    """Let the next round make the server's whole index anew."""
    IndexState.objects.filter(pk=1).update(remote="", sent=0)


def _send(chosen: FallbackStore) -> None:
    state, _made = IndexState.objects.get_or_create(pk=1)
    identity = chosen.identity()
    if not identity or state.remote != identity:
        _fill(chosen)
        return
    for step in one_behind(_steps(state.sent)):
        _take(chosen, step)
        _note(step.version)


def _fill(chosen: FallbackStore) -> None:
    """Fill a new index beside the old one, which answers until the new one has everything."""
    chosen.prepare(locales=())
    rebuild = chosen.begin_rebuild()
    sent = 0
    try:
        for step in one_behind(_steps(0)):
            _take(rebuild, step)
            sent = step.version
    except BaseException:
        chosen.abandon_rebuild(rebuild)
        raise
    chosen.finish_rebuild(rebuild)
    IndexState.objects.filter(pk=1).update(remote=chosen.identity(), sent=sent)
    RemovedDocument.objects.filter(version__lte=sent).delete()


def _take(target: _Target, step: _Step) -> None:
    if step.rows:
        target.put(_documents(step.rows))
    for pk, version in step.removed:
        target.remove([pk], version=version)


def _steps(sent: int) -> Iterator[_Step]:
    """Yield what changed after a version, in their order, until nothing more has.

    Where other processes help, they begin with what is yielded.
    """
    while sent < (newest := current_version()):
        rows = list(
            SearchDocument.objects.filter(version__gt=sent, version__lte=newest).order_by(
                "version", "pk"
            )[:BATCH]
        )
        upto = newest
        if len(rows) == BATCH:
            # A version is sent whole: the next step begins behind it.
            upto = rows[-1].version
            rest = SearchDocument.objects.filter(version=upto, pk__gt=rows[-1].pk)
            rows += list(rest.order_by("pk"))
        begin(map(wording_of, rows))
        removed = RemovedDocument.objects.filter(version__gt=sent, version__lte=upto)
        yield _Step(
            upto,
            rows,
            tuple(removed.values_list("document", "version")),
        )
        sent = upto


def _documents(rows: Sequence[SearchDocument]) -> tuple[IndexedDocument, ...]:
    found = analyses([wording_of(row) for row in rows])
    return tuple(document_of(row, one.streams) for row, one in zip(rows, found, strict=True))


def _note(version: int) -> None:
    # Several processes may send at once; who comes later must not take the number back.
    IndexState.objects.filter(pk=1, sent__lt=version).update(sent=version)
    RemovedDocument.objects.filter(version__lte=version).delete()
