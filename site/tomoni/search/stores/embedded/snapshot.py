"""A language's texts at one moment, as sets of their numbers: nobody changes it.

The sets are Roaring bitmaps: a hundred thousand texts take some kilobytes, and what two words have
in common is found in less than a tenth of a millisecond.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pyroaring import BitMap

from tomoni.search.stores.embedded.findings import Findings

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Placed:
    """What a text is chosen and sorted by, beside its words; moments as `moments` counts."""

    pk: int
    signature: int
    date: int | None
    ends: int | None
    latitude: float | None
    longitude: float | None
    boost: float
    length: int


@dataclass(frozen=True)
class Snapshot:
    """The texts of a language, and what has been found of them so far.

    `stamp` names the state that it was read at. `boosts` holds only those that are not neutral,
    `dates`, `ends` and `spots` only those that have one.
    """

    stamp: int
    texts: BitMap
    signatures: Mapping[int, BitMap]
    boosts: Mapping[float, BitMap]
    dates: Mapping[int, int]
    ends: Mapping[int, int]
    spots: Mapping[int, tuple[float, float]]
    lengths: Mapping[int, int]
    findings: Findings = field(default_factory=Findings)


def snapshot_of(stamp: int, rows: Iterable[Placed]) -> Snapshot:
    """Return a snapshot of texts of which nothing has been looked for yet."""
    signatures: dict[int, list[int]] = defaultdict(list)
    boosts: dict[float, list[int]] = defaultdict(list)
    dates: dict[int, int] = {}
    ends: dict[int, int] = {}
    spots: dict[int, tuple[float, float]] = {}
    lengths: dict[int, int] = {}
    for row in rows:
        signatures[row.signature].append(row.pk)
        lengths[row.pk] = row.length
        if row.boost != 1:
            boosts[row.boost].append(row.pk)
        if row.date is not None:
            dates[row.pk] = row.date
        if row.ends is not None:
            ends[row.pk] = row.ends
        if row.latitude is not None and row.longitude is not None:
            spots[row.pk] = (row.latitude, row.longitude)
    return Snapshot(
        stamp,
        BitMap(lengths),
        {signature: BitMap(pks) for signature, pks in signatures.items()},
        {boost: BitMap(pks) for boost, pks in boosts.items()},
        dates,
        ends,
        spots,
        lengths,
    )


def changed(
    former: Snapshot, stamp: int, pks: Iterable[int], rows: Iterable[Placed], findings: Findings
) -> Snapshot:
    """Return a snapshot in which some texts are as `rows` say, and gone where these say nothing."""
    touched = BitMap(pks)
    fresh = snapshot_of(stamp, rows)
    return Snapshot(
        stamp,
        (former.texts - touched) | fresh.texts,
        _merged(former.signatures, touched, fresh.signatures),
        _merged(former.boosts, touched, fresh.boosts),
        _replaced(former.dates, touched, fresh.dates),
        _replaced(former.ends, touched, fresh.ends),
        _replaced(former.spots, touched, fresh.spots),
        _replaced(former.lengths, touched, fresh.lengths),
        findings,
    )


def _merged(
    former: Mapping[K, BitMap], touched: BitMap, fresh: Mapping[K, BitMap]
) -> dict[K, BitMap]:
    found = {key: pks - touched for key, pks in former.items()}
    for key, pks in fresh.items():
        found[key] = found.get(key, BitMap()) | pks
    return {key: pks for key, pks in found.items() if pks}


def _replaced(former: Mapping[int, V], touched: BitMap, fresh: Mapping[int, V]) -> dict[int, V]:
    kept = dict(former)
    for pk in touched:
        kept.pop(pk, None)
    return {**kept, **fresh}
