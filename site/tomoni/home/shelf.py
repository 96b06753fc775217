"""Fetch what a body shows – pages it leads to, pictures – all together, not block by block."""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from wagtail.blocks import (
    Block,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtail.snippets.blocks import SnippetChooserBlock

from tomoni.media.blocks import PictureChooserBlock, pictures_at_hand
from tomoni.media.models import Image
from tomoni.media.selectors import images_for_pages

PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*?\bid="(\d+)"[^>]*>')


@dataclass
class Wanted:
    """The keys of all that a body shows."""

    pages: set[int] = field(default_factory=set)
    pictures: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Shelf:
    """What a body shows, by key; a missing key is a page or picture that is gone."""

    pages: Mapping[int, Page]
    pictures: Mapping[int, Image]


_open: ContextVar[Shelf | None] = ContextVar("tomoni_shelf", default=None)


class ShelvedPageBlock(PageChooserBlock):
    """A page, taken from the shelf where one is open."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        shelf = _open.get()
        if shelf is None:
            return super().bulk_to_python(list(values))
        return [_taken(shelf.pages, one) for one in values]


class ShelvedSectionBlock(SnippetChooserBlock):
    """A section of the town hall; while a body is read only its key, as the frame has the rest."""

    def __init__(self, **kwargs: Any) -> None:  # Wagtail's own open-ended block options
        super().__init__("tomoni_home.Section", **kwargs)

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        if _open.get() is None:
            return list(super().bulk_to_python(list(values)))
        return [self.model_class(pk=one) if one is not None else None for one in values]


def _taken(things: Mapping[int, Any], key: int | None) -> Any:
    """Return a copy: Wagtail promises each block an object of its own."""
    found = things.get(key) if key is not None else None
    return copy.copy(found) if found is not None else None


def unpack(body: StreamValue, *, pictures: Iterable[int | None] = ()) -> Shelf:
    """Fetch all that `body` shows in at most two queries, and fill its blocks from it.

    `pictures` names further pictures of the same page, such as the one at its head.
    """
    return unpack_all([body], pictures=pictures)


def unpack_all(bodies: Sequence[StreamValue], *, pictures: Iterable[int | None] = ()) -> Shelf:
    """Do the same for several bodies together."""
    wanted = Wanted(pictures={key for key in pictures if key is not None})
    for body in bodies:
        _collect(body.stream_block, list(body.raw_data), wanted)
    shelf = Shelf(
        pages=Page.objects.in_bulk(wanted.pages) if wanted.pages else {},
        pictures=images_for_pages(wanted.pictures),
    )
    token = _open.set(shelf)
    try:
        with pictures_at_hand(shelf.pictures):
            for body in bodies:
                for child in body:
                    # Wagtail makes values on first use: this is the use.
                    child.value  # noqa: B018
    finally:
        _open.reset(token)
    return shelf


def with_links(source: str, addresses: Mapping[int, str]) -> str:
    """Return rich text as HTML, its links to pages leading to the given addresses."""

    def opening(found: re.Match[str]) -> str:
        # A page that is gone or withdrawn leaves its words behind, without a link.
        address = addresses.get(int(found[1]), "")
        return f'<a href="{escape(address)}">' if address else "<a>"

    return str(expand_db_html(PAGE_LINK.sub(opening, source)))


def _collect(block: Block, raw: Any, wanted: Wanted) -> None:
    for child, value in _children(block, raw):
        _collect(child, value, wanted)
    if isinstance(block, ShelvedPageBlock) and isinstance(raw, int):
        wanted.pages.add(raw)
    elif isinstance(block, PictureChooserBlock) and isinstance(raw, int):
        wanted.pictures.add(raw)
    elif isinstance(block, RichTextBlock) and isinstance(raw, str):
        wanted.pages.update(int(key) for key in PAGE_LINK.findall(raw))


def _children(block: Block, raw: Any) -> Iterator[tuple[Block, Any]]:
    """Yield the blocks within a block with their stored values, whatever was really stored."""
    if isinstance(block, StreamBlock) and isinstance(raw, list):
        for item in raw:
            if isinstance(item, dict) and item.get("type") in block.child_blocks:
                yield block.child_blocks[item["type"]], item.get("value")
    elif isinstance(block, ListBlock) and isinstance(raw, list):
        for item in raw:
            is_item = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield block.child_block, item["value"] if is_item else item
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield child, raw[name]
