"""Tables with merged cells, and figures that are told in words as well."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.guidelines.blocks.parts import INLINE, optional_list, plain, words
from tomoni.guidelines.grids import LEFT, UP, Fault, faults, grid_of
from tomoni.home.anchors import anchor
from tomoni.media.blocks import PictureChooserBlock
from tomoni.media.selectors import shown_picture


def cells(label: Any) -> blocks.ListBlock:
    """Return a row of cells of plain text."""
    return blocks.ListBlock(blocks.TextBlock(label=_("cell"), required=False, rows=1), label=label)


class GuidelineTableBlock(blocks.StructBlock):
    """A table with real header cells; ← and ↑ merge a cell with its neighbour."""

    caption = blocks.CharBlock(label=_("caption"), max_length=160)
    header = blocks.ListBlock(
        blocks.CharBlock(label=_("column heading"), required=False), label=_("column headings")
    )
    more_headers = optional_list(cells(_("row of headings")), _("further rows of headings"))
    first_column_is_header = blocks.BooleanBlock(
        label=_("The first cell of each row names the row"), required=False, default=True
    )
    rows = blocks.ListBlock(cells(_("row")), label=_("rows"))
    note = plain(_("remark under the table"))

    class Meta:
        label = _("table")
        icon = "table"
        template = "tomoni/guidelines/blocks/table.html"
        help_text = _(
            "To merge cells, write ← in a cell that belongs to the one at its left, and ↑ in one "
            "that belongs to the one above."
        )

    def clean(self, value: Any) -> Any:
        """Refuse cells that are merged with nothing, and rows longer than the headings."""
        cleaned = super().clean(value)
        found = next(faults(heads_of(cleaned), rows_of(cleaned)), None)
        if found is not None:
            raise blocks.StructBlockValidationError(
                non_block_errors=[ValidationError(sentence(found))]
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the table laid out; the ids of its headings begin with the block's own."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["grid"] = grid_of(
            heads_of(value),
            rows_of(value),
            row_headers=bool(value["first_column_is_header"]),
            prefix=f"{anchor('c', str(context.get('block_id') or ''))}-",
        )
        return context

    def get_searchable_content(self, value: Any) -> list[str]:
        texts = [value["caption"], *(c for row in (*heads_of(value), *rows_of(value)) for c in row)]
        return [text for text in (*texts, value["note"]) if text and text.strip() not in "←↑"]


def heads_of(value: Any) -> list[list[str]]:
    """Return the rows of headings of a table's value."""
    return [list(value["header"]), *(list(row) for row in value["more_headers"])]


def rows_of(value: Any) -> list[list[str]]:
    return [list(row) for row in value["rows"]]


def cells_of(value: Any) -> Iterator[tuple[int, str]]:
    """Yield the cells that have a text of their own, with the numbers of the layout."""
    matrix = [*heads_of(value), *rows_of(value)]
    width = max((len(row) for row in matrix), default=0)
    for row, texts in enumerate(matrix):
        for column, text in enumerate(texts):
            if text and text.strip() not in (LEFT, UP):
                yield row * width + column, text


def sentence(fault: Fault) -> str:
    """Say in words what is wrong with a table; rows and columns are counted from 1."""
    place = {"row": fault.row + 1, "column": fault.column + 1}
    if fault.kind == "wide":
        return _now("Row %(row)d (headings included) has more cells than the headings.") % place
    if fault.kind == "corner":
        return _now("Row %(row)d, cell %(column)d: the merged cells must make a rectangle.") % place
    if fault.kind == "border":
        return (
            _now("Row %(row)d, cell %(column)d: a cell cannot be merged with a heading above it.")
            % place
        )
    return _now("Row %(row)d, cell %(column)d: there is no cell to merge it with.") % place


class FigureBlock(blocks.StructBlock):
    """A figure with its number; what it shows is told in words, for who cannot see it."""

    number = words(_("number"), required=False, max_length=20, help_text=_("As printed: 図１"))
    title = words(_("title"), max_length=160)
    image = PictureChooserBlock(
        label=_("picture"), required=False, help_text=_("Empty: the description is shown instead.")
    )
    description = blocks.RichTextBlock(
        label=_("description"),
        features=[*INLINE, "ol", "ul"],
        help_text=_("All that the figure says, in words and in order: readers' voices tell it."),
    )
    source = words(_("source"), required=False)
    to_be_redrawn = blocks.BooleanBlock(
        label=_("still to be redrawn"), required=False, help_text=_("Only you see this remark.")
    )

    class Meta:
        label = _("figure")
        icon = "image"
        template = "tomoni/guidelines/blocks/figure.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the picture's addresses, and the id by which it is tied to its description."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["picture"] = shown_picture(value["image"]) if value["image"] else None
        context["description_id"] = anchor("d", str(context.get("block_id") or ""))
        return context
