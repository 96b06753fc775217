"""What an editor can do to the outline: each operation by its name, on pieces by their ids."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tomoni.guidelines.outlining import relations, repairing, structure, wording
from tomoni.guidelines.outlining.account import is_kept
from tomoni.guidelines.outlining.pieces import (
    ASIDE,
    DROPPED,
    HEADING,
    ITEM,
    NOTE,
    PARAGRAPH,
    TABLE,
    CannotError,
    Pieces,
)


@dataclass(frozen=True)
class Values:
    """What comes along with an operation: ids, words and numbers, as a form sends them."""

    given: Mapping[str, str]

    def text(self, name: str) -> str:
        return self.given.get(name, "")

    def number(self, name: str) -> int:
        try:
            return int(self.given.get(name, ""))
        except ValueError as error:
            raise CannotError(
                _("Something is missing in this step. Load the page again.")
            ) from error


@dataclass(frozen=True)
class Operation:
    """A step with the words that announce it and that stand in the list of steps."""

    told: str | Promise
    do: Callable[[Pieces, int, Values], Pieces]


def _place(pieces: Pieces, own: str) -> int:
    for at, piece in enumerate(pieces):
        if piece.id == own:
            return at
    raise CannotError(_("This piece is not there any more. Load the page again."))


def _place_or_end(pieces: Pieces, own: str) -> int:
    return _place(pieces, own) if own else len(pieces)


def _heading(level: int) -> Operation:
    return Operation(
        gettext_lazy("Made a heading"),
        lambda pieces, at, _values: structure.retype(pieces, at, HEADING, level),
    )


def _kind(kind: str, told: str | Promise) -> Operation:
    return Operation(told, lambda pieces, at, _values: structure.retype(pieces, at, kind))


OPERATIONS: dict[str, Operation] = {
    "heading-1": _heading(1),
    "heading-2": _heading(2),
    "heading-3": _heading(3),
    "heading-4": _heading(4),
    "paragraph": _kind(PARAGRAPH, gettext_lazy("Made a paragraph")),
    "item": _kind(ITEM, gettext_lazy("Made a list item")),
    "note": _kind(NOTE, gettext_lazy("Made a note")),
    "table": _kind(TABLE, gettext_lazy("Made a table")),
    "aside": _kind(ASIDE, gettext_lazy("Set aside")),
    "drop": _kind(DROPPED, gettext_lazy("Dropped")),
    "drop-section": Operation(
        gettext_lazy("Dropped with all below it"),
        lambda pieces, at, _values: structure.drop_section(pieces, at),
    ),
    "restore": Operation(
        gettext_lazy("Taken back into the text"),
        lambda pieces, at, _values: structure.restore(pieces, at),
    ),
    "up": Operation(
        gettext_lazy("Moved up"), lambda pieces, at, _values: structure.move_up(pieces, at)
    ),
    "down": Operation(
        gettext_lazy("Moved down"), lambda pieces, at, _values: structure.move_down(pieces, at)
    ),
    "before": Operation(
        gettext_lazy("Moved"),
        lambda pieces, at, values: structure.move_before(
            pieces, at, _place_or_end(pieces, values.text("to"))
        ),
    ),
    "into": Operation(
        gettext_lazy("Moved into another section"),
        lambda pieces, at, values: structure.move_into(
            pieces, at, _place(pieces, values.text("to"))
        ),
    ),
    "indent": Operation(
        gettext_lazy("Made one level smaller"),
        lambda pieces, at, _values: structure.shift(pieces, at, 1),
    ),
    "outdent": Operation(
        gettext_lazy("Made one level larger"),
        lambda pieces, at, _values: structure.shift(pieces, at, -1),
    ),
    "merge": Operation(
        gettext_lazy("Joined to the piece before"),
        lambda pieces, at, _values: wording.merge(pieces, at),
    ),
    "merge-next": Operation(
        gettext_lazy("Joined to the next piece"),
        lambda pieces, at, _values: wording.merge_next(pieces, at),
    ),
    "split": Operation(
        gettext_lazy("Split"),
        lambda pieces, at, values: wording.split(pieces, at, place=values.number("place")),
    ),
    "edit": Operation(
        gettext_lazy("Reworded"),
        lambda pieces, at, values: wording.edit(
            pieces, at, mark=values.text("mark"), text=values.text("text")
        ),
    ),
    "retie": Operation(
        gettext_lazy("Tied the note to its mark"),
        lambda pieces, at, values: relations.retie(
            pieces,
            at,
            to=_place(pieces, values.text("to").partition(" ")[0]),
            mark=values.text("to").partition(" ")[2],
        ),
    ),
    "point": Operation(
        gettext_lazy("Led the reference to its section"),
        lambda pieces, at, values: relations.point(
            pieces,
            at,
            number=values.number("number"),
            to=_place(pieces, values.text("to")) if values.text("to") else None,
        ),
    ),
    "accept": Operation(
        gettext_lazy("Looked at the doubt"),
        lambda pieces, at, values: relations.accept(pieces, at, code=values.text("code")),
    ),
    "revert-all": Operation(
        gettext_lazy("Took a repair back everywhere"),
        lambda pieces, _at, values: repairing.revert_all(
            pieces, before=values.text("before"), after=values.text("after")
        ),
    ),
    "revert": Operation(
        gettext_lazy("Took a repair back"),
        lambda pieces, at, values: repairing.revert(
            pieces, at, before=values.text("before"), after=values.text("after")
        ),
    ),
}


def apply(pieces: Pieces, name: str, own: str, given: Mapping[str, str]) -> Pieces:
    """Return the pieces after an operation on one of them; no sign of the source is ever lost."""
    operation = OPERATIONS.get(name)
    if operation is None:
        raise CannotError(_("This step is not known. Load the page again."))
    after = operation.do(pieces, _place(pieces, own), Values(given))
    if not is_kept(pieces, after):
        raise CannotError(_("This step would lose text, so it was not done."))
    return after
