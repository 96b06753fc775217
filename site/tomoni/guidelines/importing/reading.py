"""From the bytes of an uploaded file to text, or to one sentence that says what to do."""

import codecs

from django.utils.translation import gettext_lazy as _

LARGEST = 20 * 1024 * 1024

# What a file's first bytes say it is; each kind gets the advice that fits it.
_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"PK\x05\x06", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
# utf-32 stands before utf-16: its little-endian mark begins with that of utf-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "cp932", "euc_jp")
_ESCAPED = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
# NUL and the other controls that no text file holds; tab, line ends and form feed may stand.
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1a\x1b")


class GuidelineFileError(Exception):
    """A file that cannot be read as a guideline; its text tells the editor what to do."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding."""
    _refuse_what_is_no_text(data)
    text, encoding = _decoded(data)
    if any(sign in _CONTROLS for sign in text):
        raise GuidelineFileError(
            _("This file is not a text file. Save the guideline as plain text and try again."),
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    if not text.strip():
        raise GuidelineFileError(_("This file is empty. Choose the file that holds the text."))
    return text, encoding


def _refuse_what_is_no_text(data: bytes) -> None:
    if not data.strip():
        raise GuidelineFileError(_("This file is empty. Choose the file that holds the text."))
    if len(data) > LARGEST:
        raise GuidelineFileError(
            _("This file is larger than 20 MB. Split it, or save only its text, and try again."),
        )
    kind = next((kind for start, kind in _SIGNATURES if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "picture"
    advice = {
        "pdf": _("This is a PDF file. Open it, save its text as a text file, and choose that."),
        "office": _("This is a Word, Excel or ZIP file. Save it as plain text and choose that."),
        "picture": _("This is a picture. Choose a file that holds the guideline as text."),
    }
    if kind:
        raise GuidelineFileError(advice[kind])


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _undecodable(data[len(mark) :], error) from error
    furthest: UnicodeDecodeError | None = None
    escaped = any(sign in data for sign in _ESCAPED)
    for encoding in ("iso2022_jp",) if escaped else _GUESSES:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            # The encoding that reads furthest is the likeliest, so its place is the one to show.
            if furthest is None or error.start > furthest.start:
                furthest = error
    # The loop has ended without returning, so every guess has failed.
    assert furthest is not None  # noqa: S101 -- narrows the type for mypy
    raise _undecodable(data, furthest) from furthest


def _undecodable(data: bytes, error: UnicodeDecodeError) -> GuidelineFileError:
    before = data[: error.start].decode(error.encoding, errors="replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return GuidelineFileError(
        _(
            "Line %(line)d, column %(column)d cannot be read as Japanese text. "
            "Save the file as UTF-8 and try again.",
        )
        % {"line": line, "column": column},
    )
