"""Read the demo town's documents: one folder each, one file for the document and each chapter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tomoni.home.demo.content.blocks import Block, Heading, Special, Text, read_text
from tomoni.home.demo.content.specials import TextError, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
# Special blocks that links can lead to.
ANCHORED = ("article", "supplement")


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    number: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that the document follows; `target` is the key of its page, where it has one."""

    name: str
    part: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the document lies on paper."""

    name: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the town adopted it, in one language and one edition.

    Its `key` is the same in each language and edition, and with it the ids of its blocks.
    """

    key: str
    locale: str
    slug: str
    title: str
    lead: str
    kind: str
    audience: str
    edition: str
    section: str
    adopted: date | None
    in_force: date | None
    review_due: date | None
    foreword_office: str
    foreword_name: str
    in_menus: bool
    plans: tuple[Plan, ...]
    places: tuple[Place, ...]
    foreword: tuple[Block, ...]
    chapters: tuple[Chapter, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield every block, the foreword first."""
        yield from self.foreword
        for chapter in self.chapters:
            yield from chapter.blocks

    def anchored_keys(self) -> set[str]:
        """Return every key that links can lead to."""
        return {*anchored(self.foreword), *self.places_of_keys()}

    def places_of_keys(self) -> dict[str, str]:
        """Say for each key that links can lead to in which chapter it stands."""
        return {
            key: chapter.key
            for chapter in self.chapters
            for key in (chapter.key, *anchored(chapter.blocks))
        }


def anchored(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the keys of the blocks that links can lead to."""
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Special) and block.kind in ANCHORED):
            yield block.key


def read_document(folder: str, locale: str, key: str = "") -> Document:
    """Return what a folder says in a language; its chapters are those that the language has."""
    text = read(folder, "document", locale)
    slug = text.value("slug")
    return Document(
        key=key or slug,
        locale=locale,
        slug=slug,
        title=text.value("title"),
        lead=text.value("lead"),
        kind=text.value("kind") or "guideline",
        audience=text.value("audience") or "residents",
        edition=text.value("edition"),
        section=text.value("section"),
        adopted=day(text, "adopted"),
        in_force=day(text, "in_force"),
        review_due=day(text, "review_due"),
        foreword_office=text.value("foreword_office"),
        foreword_name=text.value("foreword_name"),
        in_menus=text.value("in_menus") != "no",
        plans=tuple(Plan(*cells(line)) for line in text.values("plan")),
        places=tuple(Place(*cells(line)) for line in text.values("place")),
        foreword=text.blocks,
        chapters=tuple(
            chapter(read(folder, name, locale)) for name in text.value("chapters").split()
        ),
    )


def languages(folder: str) -> tuple[str, ...]:
    """Return the languages that a document is really written in, Japanese first."""
    codes = {path.name.split(".")[1] for path in (FOLDER / folder).glob("document.*.txt")}
    return tuple(sorted(codes, key=lambda code: (code != "ja", code)))


def chapter(text: Text) -> Chapter:
    return Chapter(
        key=text.value("key"),
        number=text.value("number"),
        title=text.value("title"),
        lead=text.value("lead"),
        blocks=text.blocks,
    )


def read(folder: str, name: str, locale: str) -> Text:
    """Read one file; a line that has no sense is told with the file that it stands in."""
    path = FOLDER / folder / f"{name}.{locale}.txt"
    try:
        return read_text(path)
    except TextError as error:
        raise TextError(f"{folder}/{path.name}: {error}") from error


def day(text: Text, name: str) -> date | None:
    value = text.value(name)
    return date.fromisoformat(value) if value else None
