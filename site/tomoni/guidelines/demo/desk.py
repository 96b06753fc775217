"""What a demo text needs to become stored blocks: lasting ids, links, pictures, sections."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tomoni.home.demo import bodies
from tomoni.home.demo.content.blocks import block_id


@dataclass(frozen=True)
class Desk:
    """What a text needs to be written down: its document's key, and where its targets lead."""

    document: str
    link: Callable[[str], str]
    picture: Callable[[str], int | None]
    section: Callable[[str], int | None]

    def id_of(self, key: str) -> UUID:
        return block_id(self.document, key)

    def prose(self, lines: Iterable[str]) -> str:
        """Return the lines as paragraphs of HTML, their links made."""
        return "".join(f"<p>{self.link(line)}</p>" for line in lines)

    def items(self, key: str, values: Iterable[object]) -> list[dict[str, Any]]:
        """Return the items of a list block, each with a lasting id."""
        return bodies.items(self.document, key, values)
