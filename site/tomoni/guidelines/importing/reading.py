"""From the bytes of a text file to text, or to one sentence that says what to do."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from .kinds import kind_of
from .refusals import MOST_SIGNS, GuidelineFileError, refusal

# utf-32 stands before utf-16: its little-endian mark begins with that of utf-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "cp932", "euc_jp")
_JAPANESE = re.compile(r"[!-~\u3000-\u30ff\u4e00-\u9fff\uff00-\uff9f]")
_MOSTLY = 0.9
_ESCAPED = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
# NUL and the other controls that no text file holds; tab, line ends and form feed may stand.
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1a\x1b")


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding."""
    if kind_of(data) != "text":
        raise refusal("binary")
    text, encoding = _decoded(data)
    if any(sign in _CONTROLS for sign in text):
        raise refusal("binary")
    if len(text) > MOST_SIGNS:
        raise refusal("pages")
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    if not text.strip():
        raise refusal("empty")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _undecodable(data[len(mark) :], error) from error
    unmarked = _unmarked(data)
    if unmarked:
        return unmarked
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


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """Read UTF-16 without its mark, told by the line ends and by mostly Japanese signs."""
    for encoding in ("utf-16-le", "utf-16-be"):
        if len(data) % 2 or "\n".encode(encoding) not in data:
            continue
        text = data.decode(encoding, errors="replace")
        signs = "".join(text.split())
        if len(_JAPANESE.findall(signs)) >= len(signs) * _MOSTLY:
            return text, encoding
    return None


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
