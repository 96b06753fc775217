"""From a text as it is shown to what stores hold of it."""

from tomoni.search.analysing import Wording
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.openings import openings_identity
from tomoni.search.models import SearchDocument
from tomoni.search.stores.protocol import IndexedDocument, Streams
from tomoni.search.streams import RULES


def wording_of(row: SearchDocument) -> Wording:
    """Return what is analysed of a text."""
    return Wording(
        row.locale,
        row.title,
        headings=tuple(one["heading"] for one in row.passages),
        passages=tuple(one["text"] for one in row.passages),
    )


def document_of(row: SearchDocument, streams: Streams) -> IndexedDocument:
    """Return a text's tokens and what stores sort and filter by."""
    return IndexedDocument(
        pk=row.pk,
        version=row.version,
        locale=row.locale,
        streams=streams,
        signature=row.signature_id,
        date=row.starts or row.dated,
        ends=row.ends if row.starts else None,
        latitude=row.latitude,
        longitude=row.longitude,
        boost=row.boost,
    )


def identity_of(locale: str) -> str:
    """Return what decides about all that the index holds of a language's texts."""
    return f"{analyser_for(locale).identity}; streams {RULES}; {openings_identity()}"
