"""Turn declared texts into rows, and tell whether a row says something else than before."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tomoni.plugins import Passage, SearchText
from tomoni.search.models import FacetSignature, SearchDocument
from tomoni.search.models.documents import WHEN, WHERE
from tomoni.search.sources import Source
from tomoni.search.stores.batches import portions

Key = tuple[str, str, str, str]

COMPARED = (
    *("title", "url", "passages", "signature_id", "dated", "starts", "ends"),
    *("latitude", "longitude", "boost"),
)


@dataclass(frozen=True)
class Given:
    """A declared text of an object of a source."""

    source: Source
    object_key: str
    dated: datetime
    text: SearchText


def key_of(row: SearchDocument) -> Key:
    """Return what tells a text from all others."""
    return (row.source, row.object_key, row.locale, row.part)


def same(former: SearchDocument, row: SearchDocument) -> bool:
    """Tell whether two rows show the same."""
    return all(getattr(former, name) == getattr(row, name) for name in COMPARED)


def row_of(given: Given) -> SearchDocument:
    """Return the row of a text, without key, version and signature.

    What databases refuse is left out.
    """
    text = given.text
    latitude, longitude = text.place or (None, None)
    return SearchDocument(
        source=given.source.name,
        object_key=given.object_key,
        part=storable(text.key)[:100],
        locale=text.locale,
        title=_line(text.title),
        url=storable(text.url),
        passages=[_passage(one) for one in _passages(text)],
        dated=given.dated,
        starts=text.starts,
        ends=text.ends,
        latitude=latitude,
        longitude=longitude,
        boost=text.boost,
    )


def sign(rows: Sequence[SearchDocument], given: Sequence[Given]) -> None:
    """Give rows the signatures of their texts' facet values, all asked for at once."""
    values = [_values_of(one.source, one.text) for one in given]
    known = _signatures(set(values))
    for row, said in zip(rows, values, strict=True):
        row.signature_id = known[said]


def storable(text: str) -> str:
    """Return text without what databases refuse: NUL, and halves of broken characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _passages(text: SearchText) -> tuple[Passage, ...]:
    lead = (Passage(str(text.text)),) if str(text.text).strip() else ()
    return (*lead, *text.passages)


def _passage(one: Passage) -> dict[str, str]:
    return {
        "anchor": storable(one.anchor),
        "heading": _line(one.heading),
        "text": "\n".join(filter(None, map(_line, str(one.text).splitlines()))),
    }


def _line(text: object) -> str:
    return " ".join(storable(str(text)).split())


def _values_of(source: Source, text: SearchText) -> str:
    """Return the combination of facet values that a text has, as signatures hold it."""
    declared = {facet.name for facet in source.facets}
    values = {("kind", source.name)} | {
        (name, storable(str(value)))
        for name, found in text.facets.items()
        if name in declared
        for value in found
    }
    # No filters, but what says without another question by what results can be sorted.
    values |= {(WHEN, "")} if text.starts else set()
    values |= {(WHERE, "")} if text.place else set()
    return json.dumps(sorted(values), ensure_ascii=False)


def _signatures(wanted: Collection[str]) -> Mapping[str, int]:
    """Return the keys of combinations, new ones made; another process may make them too."""
    rows = FacetSignature.objects
    known = {
        values: pk
        for chunk in portions(wanted)
        for values, pk in rows.filter(values__in=chunk).values_list("values", "pk")
    }
    return {
        values: known.get(values) or rows.get_or_create(values=values)[0].pk for values in wanted
    }
