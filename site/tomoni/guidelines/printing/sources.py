"""Gather all that will be printed as plain data; its digest is the name of the finished file."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

from tomoni import __version__
from tomoni.guidelines import selectors
from tomoni.guidelines.texts import EditionText, present_text, text_of
from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.media.models import Image

if TYPE_CHECKING:
    from tomoni.guidelines.models import Edition, GuidelinePage

ROOM = Path(__file__).parents[1]


@dataclass(frozen=True)
class Facts:
    """What stands on the cover and at the end."""

    title: str
    town_name: str
    kind: str
    state: str
    edition: str
    adopted_on: date | None
    in_force_on: date | None
    issued_by: str
    address: str
    is_old: bool = False


@dataclass(frozen=True)
class Source:
    """One document or old edition, ready to be composed."""

    language: str
    facts: Facts
    text: EditionText
    section: SectionCard | None
    # Not printed as such, but what is printed depends on it.
    beside: Mapping[str, Any]  # Any: JSON

    @property
    def key(self) -> str:
        """Return a digest of all that is printed and of how."""
        return digest_of(asdict(self))


def digest_of(printed: object) -> str:
    told = json.dumps(printed, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{make()}\n{told}".encode()).hexdigest()


@cache
def make() -> str:
    """Return a digest of the release, of WeasyPrint and of all styles and templates that print."""
    folder = ROOM / "templates" / "tomoni" / "guidelines"
    files = sorted((ROOM / "printing").glob("*.py")) + sorted(folder.rglob("*.html"))
    told = b"".join(
        one.read_bytes() for one in (*files, ROOM / "static/tomoni/guidelines/paper.css")
    )
    return hashlib.sha256(f"{__version__} {version('weasyprint')}".encode() + told).hexdigest()


def source_of(*, document: "GuidelinePage", edition: "Edition | None", frame: SiteFrame) -> Source:
    """Return what the PDF of a document prints, or of one of its old editions."""
    is_old = edition is not None and edition.ended_at is not None
    text = selectors.for_readers(
        text_of(edition) if edition else present_text(document), document=document, frame=frame
    )
    facts = Facts(
        title=text.title,
        town_name=document.municipality or frame.town_name,
        kind=document.kind,
        state="" if is_old else document.state,
        edition=edition.label if edition else document.edition,
        adopted_on=edition.adopted_on if edition else document.adopted_on,
        in_force_on=None if is_old else document.in_force_on,
        issued_by=issuer(document=document, edition=edition, frame=frame),
        address=address_of(document=document, frame=frame)
        + (f"editions/{edition.slug}/" if edition and is_old else ""),
        is_old=is_old,
    )
    return Source(
        language=frame.code,
        facts=facts,
        text=text,
        section=frame.sections.get(document.section_id) if document.section_id else None,
        beside=beside(text=text, frame=frame),
    )


def address_of(*, document: "GuidelinePage", frame: SiteFrame) -> str:
    """Return the whole address of a document."""
    site = document.get_site()
    return f"{site.root_url if site else ''}{frame.url_of(document)}"


def beside(*, text: EditionText, frame: SiteFrame) -> dict[str, Any]:  # Any: JSON
    """Return what blocks show that does not stand in them: pictures and contacts."""
    found = [pair for page in text.pages for pair in _walk(list(page.body))]
    pictures = {value for key, value in found if key in {"image", "picture"}}
    sections = {value for key, value in found if key == "section"}
    return {
        "pictures": list(
            Image.objects.filter(pk__in=[one for one in pictures if isinstance(one, int)])
            .order_by("pk")
            .values_list("pk", "file_hash", "description", "descriptions__text", "credit")
        )
        if pictures
        else [],
        "sections": {
            str(key): asdict(card) for key, card in frame.sections.items() if key in sections
        },
    }


def issuer(*, document: "GuidelinePage", edition: "Edition | None", frame: SiteFrame) -> str:
    if edition is not None and edition.ended_at is not None:
        return edition.section_name
    card = frame.sections.get(document.section_id) if document.section_id else None
    return document.issued_by or (card.name if card else "")


def _walk(raw: Any) -> Iterator[tuple[str, Any]]:  # Any: JSON
    """Yield every named value in stored blocks, however deep."""
    if isinstance(raw, list):
        for one in raw:
            yield from _walk(one)
    elif isinstance(raw, Mapping):
        for name, value in raw.items():
            if isinstance(value, list | Mapping):
                yield from _walk(value)
            else:
                yield str(name), value
        if raw.get("type") == "picture" and isinstance(raw.get("value"), int):
            yield "picture", raw["value"]
