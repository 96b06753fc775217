"""Read what stands around a document's text: its terms, its edition, headings that are gone."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.safestring import mark_safe
from wagtail.models import Page

from tomoni.guidelines.glossary import NO_TERMS, Glossary, Term
from tomoni.guidelines.selectors.contents import address
from tomoni.home.frame import SiteFrame


@dataclass(frozen=True)
class Former:
    """A heading that once stood on a page, and the edition in which it did."""

    anchor: str
    title: str
    slug: str
    edition: str = ""
    edition_slug: str = ""


@dataclass(frozen=True)
class PresentEdition:
    """The edition that readers have before them: when it last changed, and by whom."""

    label: str
    slug: str
    changed_at: datetime
    section_name: str


@dataclass(frozen=True)
class Margins:
    """What of a document stands around its text."""

    glossary: Glossary = NO_TERMS
    former: tuple[Former, ...] = field(default=())
    edition: PresentEdition | None = None


def margins_of(
    *, document_path: str, page: Page, frame: SiteFrame, slug: str | None = None
) -> Margins:
    """Return terms, edition and former headings of a document in one query.

    Of the headings those that stood at the address `slug`: "" is the document's own page, `None`
    all of them.
    """
    rows = list(_rows(document_path, slug))
    terms = tuple(
        Term(
            anchor=anchor,
            word=word,
            definition=mark_safe(definition),  # cleaned by Wagtail when it was stored
            url=address(url_path, anchor, frame),
            page_id=int(page_id),
            reading=reading,
            forms=tuple(forms.split("\n")) if forms else (),
        )
        for kind, anchor, word, reading, forms, definition, path, url_path, page_id in rows
        if kind == "term" and not frame.hides(path, reader_at=page.path)
    )
    closed = _closed_slugs(document_path, page, frame) if slug is None else frozenset()
    former = tuple(
        Former(anchor, "　".join(filter(None, (number, title))), at, label, edition_slug)
        for kind, anchor, number, title, at, label, edition_slug, *_rest in rows
        if kind == "former" and at not in closed
    )
    edition = next((row for row in rows if row[0] == "edition"), None)
    return Margins(
        Glossary(terms, frame.known_names), former, _edition(edition) if edition else None
    )


def _closed_slugs(document_path: str, page: Page, frame: SiteFrame) -> frozenset[str]:
    """Return the addresses of chapters that are closed to who reads a page; no query for none."""
    doors = frame.doors_below(document_path, reader_at=page.path)
    return frozenset(
        Page.objects.filter(path__in=doors).values_list("slug", flat=True) if doors else ()
    )


def _rows(document_path: str, slug: str | None) -> QuerySet[Any, Any]:
    """Return three kinds of rows with nine texts each."""
    from tomoni.guidelines.models import (  # noqa: PLC0415 -- app ready
        DefinedTerm,
        Edition,
        FormerHeading,
    )

    former = FormerHeading.objects.filter(document__path=document_path)
    if slug is not None:
        former = former.filter(slug=slug)
    terms = DefinedTerm.objects.filter(document__path=document_path, page__live=True)
    edition = Edition.objects.filter(document__path=document_path, ended_at__isnull=True)
    nothing = Value("")
    columns: list[tuple[QuerySet[Any], str, list[Any]]] = [
        (terms, "term", ["anchor", "word", "reading", "forms", "definition", "page__path",
                         "page__url_path", "page_id"]),
        (former, "former", ["anchor", "number", "title", "slug",
                            Coalesce("edition__label", nothing), Coalesce("edition__slug", nothing),
                            nothing, nothing]),
        (edition, "edition", ["label", "slug", "section_name", "changed_at",
                              nothing, nothing, nothing, nothing]),
    ]  # fmt: skip
    made = [
        rows.order_by().values_list(
            Value(kind, output_field=CharField()),
            *(Cast(F(one) if isinstance(one, str) else one, TextField()) for one in expressions),
        )
        for rows, kind, expressions in columns
    ]
    return made[0].union(*made[1:], all=True)


def _edition(row: tuple[str, ...]) -> PresentEdition:
    _kind, label, slug, section_name, changed_at, *_rest = row
    moment = datetime.fromisoformat(changed_at)
    return PresentEdition(
        label=label,
        slug=slug,
        changed_at=moment if moment.tzinfo else moment.replace(tzinfo=UTC),
        section_name=section_name,
    )
