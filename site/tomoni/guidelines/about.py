"""What the pages of a document show around their text: state, citations, relations, data."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from tomoni.guidelines import selectors
from tomoni.guidelines.linked_data import linked_data
from tomoni.guidelines.quoting import Quoting, quoting_of
from tomoni.guidelines.reading import (
    Part,
    Reading,
    WholeReading,
    read_chapter,
    read_document,
    read_whole,
)
from tomoni.home.frame import frame_of

if TYPE_CHECKING:
    from tomoni.guidelines.models import ChapterPage, GuidelinePage

ENDED = ("superseded", "repealed")


def document_context(*, document: "GuidelinePage", request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a document's own page shows."""
    reading = read_document(document=document, request=request)
    relations = selectors.relations_of(document=document, frame=frame_of(request))
    return {
        **surrounding(reading, request, url=reading.document_url),
        "quoting": citations(reading, reading.parts, request),
        "relations": relations,
        "successor": next(iter(relations.successor), None),
    }


def chapter_context(*, chapter: "ChapterPage", request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a chapter shows."""
    reading = read_chapter(chapter=chapter, request=request)
    here = next((one for one in reading.contents.chapters if one.page_id == chapter.pk), None)
    frame = frame_of(request)
    ended = reading.document.state in ENDED
    return {
        **surrounding(reading, request, url=frame.url_of(chapter), chapter=here),
        "quoting": citations(reading, reading.parts, request),
        "successor": selectors.successor_of(document=reading.document, frame=frame)
        if ended
        else None,
    }


def whole_context(*, document: "GuidelinePage", request: HttpRequest) -> dict[str, Any]:
    """Return what the template of the whole document shows."""
    reading = read_whole(document=document, request=request)
    parts = [*reading.front, *(part for one in reading.chapters for part in one.parts)]
    return {
        **surrounding(reading, request, url=reading.document_url),
        "quoting": citations(reading, parts, request, deeper=1),
        "successor": selectors.successor_of(document=document, frame=frame_of(request)),
    }


def surrounding(
    reading: Reading | WholeReading,
    request: HttpRequest,
    *,
    url: str,
    chapter: selectors.Entry | None = None,
) -> dict[str, Any]:
    frame = frame_of(request)
    data = ""
    if reading.document_url:
        data = linked_data(
            document=reading.document,
            document_url=request.build_absolute_uri(reading.document_url),
            url=request.build_absolute_uri(url),
            language=frame.html_lang,
            publisher=frame.town_name,
            edition=reading.margins.edition,
            chapter=chapter,
        )
    return {
        "reading": reading,
        "has_ended": reading.document.state in ENDED,
        "linked_data": data,
    }


def citations(
    reading: Reading | WholeReading,
    parts: Iterable[Part],
    request: HttpRequest,
    *,
    deeper: int = 0,
) -> Quoting | None:
    """Return the citations of a page; a document that readers cannot open is not cited."""
    if not reading.document_url:
        return None
    base = request.build_absolute_uri(reading.document_url)
    return quoting_of(reading, parts=parts, base=base, deeper=deeper)
