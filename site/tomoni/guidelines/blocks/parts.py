"""What several blocks are built from: short and long texts, optional lists, refusals."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

SHORT, LINE = 60, 200
INLINE = ["bold", "link", "reference"]


def words(label: Promise | str, *, required: bool = True, **options: Any) -> blocks.CharBlock:
    """Return a field for a line of plain text."""
    return blocks.CharBlock(label=label, required=required, **{"max_length": LINE, **options})


def prose(label: Promise | str, *, required: bool = True, **options: Any) -> blocks.RichTextBlock:
    """Return a field for text with bold words and links."""
    return blocks.RichTextBlock(label=label, required=required, features=INLINE, **options)


def plain(label: Promise | str, *, required: bool = False, **options: Any) -> blocks.TextBlock:
    """Return a field for plain text of several lines."""
    return blocks.TextBlock(label=label, required=required, **{"rows": 2, **options})


def optional_list(child: blocks.Block, label: Promise | str, **options: Any) -> blocks.ListBlock:
    """Return a list that is empty until something is added."""
    return blocks.ListBlock(child, label=label, default=[], required=False, **options)


class TitledBlock(blocks.StructBlock):
    """Something that stands under a title of its own, such as a history or a roster."""

    title = words(_("title"), max_length=160)


def refuse(faults: Mapping[str, Any]) -> None:
    """Refuse a struct block's value, telling at each field why; without faults do nothing."""
    if faults:
        raise blocks.StructBlockValidationError(
            block_errors={name: ValidationError(text) for name, text in faults.items()}
        )


def repeated(values: Iterable[str]) -> Iterator[str]:
    """Yield each value that was there before; empty ones may come again."""
    met: set[str] = set()
    for value in values:
        if value and value in met:
            yield value
        met.add(value)
