"""What a check finds: how grave it is, in which block, and what the editor can do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.texts import EditionText, PageText

Block = Mapping[str, Any]  # Any: what a stream field stores


class Level(models.TextChoices):
    """How grave a finding is; only errors keep a document from being handed in unseen."""

    ERROR = "error", _("to be mended")
    WARNING = "warning", _("please look")
    HINT = "hint", _("hint")


@dataclass(frozen=True)
class Finding:
    """A finding in one block; an empty `block_id` speaks of the page as a whole."""

    code: str
    level: Level
    page: int
    block_id: str
    message: str | Promise
    # The words it is about, to be found again by eye.
    words: str = ""


@dataclass(frozen=True)
class Subject:
    """What is checked: the drafts of a document, and what its paper says."""

    text: EditionText
    adopted_on: date | None = None
    today: date = field(default_factory=date.today)
    # Pictures of the library that have an alternative text, or are decoration.
    described_pictures: frozenset[int] = frozenset()
    # Chapters that the next edition does not have any more.
    leaving: frozenset[int] = frozenset()

    def blocks(self) -> Iterator[tuple[PageText, Block]]:
        for page in self.text.pages:
            for block in page.body:
                yield page, block


def finding(  # noqa: PLR0917 -- all six say where and what, and each check calls it
    code: str,
    level: Level,
    page: PageText,
    block: Block | None,
    message: str,
    words: str = "",
) -> Finding:
    block_id = str(block.get("id") or "") if block is not None else ""
    return Finding(code, level, page.page, block_id, message, words[:60])


def value_of(block: Block) -> Mapping[str, Any]:  # Any: what a stream field stores
    value = block.get("value")
    return value if isinstance(value, Mapping) else {}


def items_of(stored: object) -> Iterable[Any]:  # Any: what a list block stores
    """Return a list's values, with or without the ids that Wagtail keeps beside them."""
    for one in stored if isinstance(stored, list) else ():
        is_item = isinstance(one, Mapping) and one.get("type") == "item" and "value" in one
        yield one["value"] if is_item else one
