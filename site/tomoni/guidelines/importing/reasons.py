"""Why a piece of the source is set aside; whoever shows a reason translates it."""


def _(text: str) -> str:
    """Name a text for the catalogues without needing Django's settings."""
    return text


LINK = _("link line")
CONTENTS = _("table of contents")
RUNNING_HEAD = _("running head")
RUNNING_FOOT = _("text at the foot of every page")
PAGE_NUMBER = _("page number")
EDITING_MARK = _("stray editing mark")
FIGURE = _("figure to be redrawn")
TABLE = _("table to be rebuilt")
PICTURE = _("picture to be added by hand")
BOX = _("text box beside the text")
READING = _("reading above the characters")
DELETED = _("deleted in the file's tracked changes")
HIDDEN = _("hidden text")
COMMENT = _("comment of an editor")
NOTE = _("note without a mark in the text")
WITHOUT_TEXT = _("page without text, perhaps scanned")
