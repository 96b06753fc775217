"""Turn declared texts into rows, and tell whether a row says something else than before."""

import json
from datetime import datetime

from tomoni.plugins import Passage, SearchText
from tomoni.search.models import FacetSignature, SearchDocument
from tomoni.search.models.documents import WHEN, WHERE
from tomoni.search.sources import Source

Key = tuple[str, str, str, str]

COMPARED = (
    *("title", "url", "passages", "signature_id", "dated", "starts", "ends"),
    *("latitude", "longitude", "boost"),
)


def key_of(row: SearchDocument) -> Key:
    """Return what tells a text from all others."""
    return (row.source, row.object_key, row.locale, row.part)


def same(former: SearchDocument, row: SearchDocument) -> bool:
    """Tell whether two rows show the same."""
    return all(getattr(former, name) == getattr(row, name) for name in COMPARED)


def row_of(text: SearchText, *, source: Source, object_key: str, dated: datetime) -> SearchDocument:
    """Return the row of a text, without key and version; what databases refuse is left out."""
    latitude, longitude = text.place or (None, None)
    return SearchDocument(
        source=source.name,
        object_key=object_key,
        part=storable(text.key)[:100],
        locale=text.locale,
        title=_line(text.title),
        url=storable(text.url),
        passages=[_passage(one) for one in _passages(text)],
        signature_id=_signature(source, text),
        dated=dated,
        starts=text.starts,
        ends=text.ends,
        latitude=latitude,
        longitude=longitude,
        boost=text.boost,
    )


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
        "text": _line(one.text),
    }


def _line(text: object) -> str:
    return " ".join(storable(str(text)).split())


def _signature(source: Source, text: SearchText) -> int:
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
    return _signature_key(json.dumps(sorted(values), ensure_ascii=False))


def _signature_key(values: str) -> int:
    return FacetSignature.objects.get_or_create(values=values)[0].pk
