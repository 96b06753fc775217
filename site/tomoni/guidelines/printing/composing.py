"""Compose the HTML of a PDF from what is printed, with the templates that readers know."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from tomoni.guidelines.anchors import ANCHORED, heading_anchor, headline
from tomoni.guidelines.glossary import Glossary
from tomoni.guidelines.models.choices import Kind, State
from tomoni.guidelines.printing.paper import to_paper
from tomoni.guidelines.printing.sources import Source
from tomoni.guidelines.reading import read_body
from tomoni.guidelines.selectors import Contents, Entry
from tomoni.guidelines.texts import PageText, glossary_of
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage

TEMPLATE = "tomoni/guidelines/printing/document.html"
PARTS = "tomoni/guidelines/parts.html"


@dataclass(frozen=True)
class Sheet:
    """A page of the document as it is printed: the foreword, or a chapter."""

    anchor: str
    number: str
    title: str
    summary: str
    html: SafeString


def compose(*, document: "GuidelinePage", source: Source, frame: SiteFrame) -> str:
    """Return the whole HTML of a document's or an old edition's PDF."""
    with translation.override(source.language):
        contents = contents_of(source)
        glossary = replace(glossary_of(source.text), names=frame.known_names)
        sheets = [
            sheet_of(
                document=document,
                page=page,
                contents=contents,
                glossary=glossary,
                context={
                    "frame": frame,
                    "known_names": frame.known_names,
                    "page": document,
                    "contact": source.section,
                },
            )
            for page in source.text.pages
        ]
        html = render_to_string(
            TEMPLATE,
            {
                "frame": frame,
                "facts": source.facts,
                "text": source.text,
                "section": source.section,
                "entries": contents.entries,
                "foreword": sheets[0] if sheets and sheets[0].html.strip() else None,
                "chapters": sheets[1:],
                "kind": _name_of(Kind, source.facts.kind),
                "state": _name_of(State, source.facts.state),
                "made_on": made_on(),
            },
        )
        page_words = pgettext("after a reference on paper", "(page %(number)s)").partition(
            "%(number)s"
        )
        return to_paper(html, page_words=(page_words[0], page_words[2]))


def _name_of(choices: type[Kind | State], value: str) -> str:
    return str(dict(choices.choices).get(value, ""))


def made_on() -> date:
    return timezone.localdate()


def contents_of(source: Source) -> Contents:
    """Return the contents of the printed text; every entry leads to a place in the same paper."""
    entries = []
    for page in source.text.pages:
        if page.slug:
            entries.append(entry_of(page, anchor=chapter_anchor(page), title=page.title, level=1))
        for block in page.body:
            kind, anchor = str(block.get("type")), heading_anchor(str(block.get("id") or ""))
            if kind in ANCHORED:
                level, number, title = headline(kind, block["value"])
                entry = entry_of(page, anchor=anchor, title=title, level=level)
                entries.append(replace(entry, number=number))
    return Contents(document=None, entries=tuple(entries), current=0)


def entry_of(page: PageText, *, anchor: str, title: str, level: int) -> Entry:
    return Entry(
        page_id=page.page,
        anchor=anchor,
        number=page.number,
        title=title,
        level=level,
        url=f"#{anchor}",
    )


def chapter_anchor(page: PageText) -> str:
    return page.anchor or f"c-{page.page}"


def sheet_of(
    *,
    document: "GuidelinePage",
    page: PageText,
    contents: Contents,
    glossary: Glossary,
    context: Mapping[str, Any],  # Any: what templates show
) -> Sheet:
    parts = read_body(
        body=stream_of(document, page),
        page_id=page.page,
        contents=replace(contents, current=page.page),
        frame=context["frame"],
        glossary=on_paper(glossary, page),
    )
    html = render_to_string(PARTS, {**context, "parts": parts})
    return Sheet(
        anchor=chapter_anchor(page),
        number=page.number,
        title=page.title,
        summary=page.summary,
        html=mark_safe(html),
    )


def on_paper(glossary: Glossary, page: PageText) -> Glossary:
    """Return the terms as if that page defined them all: on paper every page is at hand."""
    return replace(
        glossary, terms=tuple(replace(term, page_id=page.page) for term in glossary.terms)
    )


def stream_of(document: "GuidelinePage", page: PageText) -> Any:  # Any: a Wagtail stream value
    """Return the kept blocks of a page as a body; blocks that nobody knows any more are skipped."""
    return document.body.stream_block.to_python(list(page.body))
