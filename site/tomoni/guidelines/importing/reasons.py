"""Why a piece of the source is set aside; whoever shows a reason translates it."""


def _(text: str) -> str:
    """Name a text for the catalogues without needing Django's settings."""
    return text


LINK = _("link line")
CONTENTS = _("table of contents")
RUNNING_HEAD = _("running head")
PAGE_NUMBER = _("page number")
EDITING_MARK = _("stray editing mark")
FIGURE = _("figure to be redrawn")
TABLE = _("table to be rebuilt")
