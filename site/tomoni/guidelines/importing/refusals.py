"""Files that cannot be read as a guideline: for each one sentence that says what to do."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LARGEST = 20 * 1024 * 1024
MOST_PAGES = 500
MOST_SIGNS = MOST_PAGES * 2000

_SENTENCES: dict[str, "StrOrPromise"] = {
    "empty": _("This file is empty. Choose the file that holds the text."),
    "large": _("This file is larger than 20 MB. Split it, or save only its text, and try again."),
    "binary": _("This file is not a text file. Save the guideline as plain text and try again."),
    "picture": _("This is a picture. Choose a file that holds the guideline as text."),
    "old word": _(
        "This is a file of an old Word (.doc). Open it in Word, save it as .docx, and choose that."
    ),
    "table": _("This is an Excel file. Save its text as .docx, PDF or plain text and choose that."),
    "slides": _("This is a PowerPoint file. Save it as PDF and choose that."),
    "other": _(
        "Files of this program cannot be read. Save the guideline as .docx, PDF or plain text "
        "and choose that."
    ),
    "zip": _("This is a ZIP file. Unpack it and choose the guideline itself."),
    "web": _("This is a web page. Open it in a browser, save it as PDF, and choose that."),
    "password": _(
        "This file is protected with a password. Remove the password in the program that made it, "
        "and choose the new file."
    ),
    "macros": _(
        "This Word file contains macros and is not opened. Save it as .docx without macros, "
        "and choose that."
    ),
    "unpacks": _(
        "This file unpacks to far more than a guideline. Open it, copy its text into a new file, "
        "and choose that."
    ),
    "damaged": _(
        "This file is damaged and cannot be read. Open it in the program that made it, "
        "save it again, and choose the new file."
    ),
    "no text": _(
        "This PDF holds only pictures of its pages. Choose the file that it was made from, "
        "or have its characters recognised (OCR) first."
    ),
    "no codes": _(
        "The characters of this PDF cannot be told apart by a program. Choose the file that it was "
        "made from, or have its characters recognised (OCR) first."
    ),
    "pages": _("This file has more than 500 pages. Split it into parts and choose one of them."),
    "slow": _(
        "This file takes too long to read. Save it again without pictures, or as plain text, "
        "and choose that."
    ),
}


class GuidelineFileError(Exception):
    """A file that cannot be read as a guideline; its text tells the editor what to do."""


def refusal(reason: str) -> GuidelineFileError:
    """Return the error for a reason, with its sentence."""
    return GuidelineFileError(_SENTENCES[reason])
