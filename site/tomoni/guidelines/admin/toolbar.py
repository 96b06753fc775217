"""The buttons above the outline and the keys that do the same."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Tool:
    """A button: the operation, its words, and its keys as shown."""

    op: str
    label: str | Promise
    keys: str
    hint: str | Promise


TOOLBAR: tuple[tuple[str | Promise, tuple[Tool, ...]], ...] = (
    (
        _("Make it"),
        (
            Tool("heading-1", _("H1"), "1", _("chapter heading (level 1)")),
            Tool("heading-2", _("H2"), "2", _("heading of level 2")),
            Tool("heading-3", _("H3"), "3", _("heading of level 3")),
            Tool("heading-4", _("H4"), "4", _("heading of level 4")),
            Tool("paragraph", _("Text"), "P", _("paragraph of text")),
            Tool("item", _("List"), "L", _("item of a list")),
            Tool("note", _("Note (piece)"), "N", _("a note of the text")),
        ),
    ),
    (
        _("Move it"),
        (
            Tool("up", _("Up"), "Alt+↑", _("up; a heading takes all below it along")),
            Tool("down", _("Down"), "Alt+↓", _("down; a heading takes all below it along")),
            Tool("outdent", _("Larger"), "Alt+←", _("one level larger, with all below it")),
            Tool("indent", _("Smaller"), "Alt+→", _("one level smaller, with all below it")),
        ),
    ),
    (
        _("Join it"),
        (
            Tool("merge", _("To the one before"), "M", _("join to the piece before")),
            Tool("merge-next", _("With the next"), "Shift+M", _("join the next piece to it")),
        ),
    ),
    (
        _("Leave it out"),
        (
            Tool("aside", _("Put aside"), "S", _("set aside, to look at on the page")),
            Tool("drop", _("Drop"), "Delete", _("drop; it stays in the list and in the account")),
            Tool("restore", _("Take back"), "R", _("take back into the text")),
        ),
    ),
)
SHORTCUTS: tuple[tuple[str, str | Promise], ...] = (
    ("↑ ↓", _("choose a piece")),
    ("Home, End", _("to the first or last piece")),
    ("D, Shift+D", _("to the next or previous doubt")),
    ("A", _("doubt looked at: it is right as it is")),
    ("Enter", _("edit, split, tie notes, lead references")),
    ("Ctrl+Enter", _("while editing: split where the cursor stands")),
    ("Esc", _("close what you edit")),
    ("Ctrl+Z, Ctrl+Y", _("undo, do again")),
    ("?", _("show these keys")),
)
