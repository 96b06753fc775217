"""What kind of file was chosen: told by its bytes, never by its name."""

import io
import zipfile

from .refusals import LARGEST, refusal

_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"\x00\x00\x01\x00",
    b"8BPS",
    b"\x00\x00\x00\x0cjP  ",
)
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF_WITHIN = 1024  # readers accept so many bytes before a PDF's first words
# Names of streams in the directory of an old Office file, written in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "password"),
    ("WordDocument", "old word"),
    ("Workbook", "table"),
    ("Book", "table"),
    ("PowerPoint Document", "slides"),
)
_FOLDERS = (
    ("word/", "word"),
    ("xl/", "table"),
    ("ppt/", "slides"),
    ("Contents/section", "other"),
    ("content.xml", "other"),
    ("META-INF/container.xml", "other"),
)
_MARKUP = (b"<!doctype html", b"<html")
_HEIC = (b"ftypheic", b"ftypmif1", b"ftypavif", b"ftypheix")


def kind_of(data: bytes) -> str:
    """Return `text`, `pdf` or `word`; refuse what is none of them."""
    if not data.strip():
        raise refusal("empty")
    if len(data) > LARGEST:
        raise refusal("large")
    if b"%PDF-" in data[:_PDF_WITHIN] and not data.startswith(_ZIP):
        return "pdf"
    refused = _refused(data)
    if refused:
        raise refusal(refused)
    if data.startswith(_ZIP):
        return _zipped(data)
    return "text"


def _refused(data: bytes) -> str:
    """Return why the first bytes show a file that is never read."""
    if data.startswith(_OLE):
        found = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data)
        return next(found, "other")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    binary = data.startswith(_PICTURES) and (not data.startswith(b"BM") or b"\x00" in data[:32])
    if webp or binary or data[4:12] in _HEIC:
        return "picture"
    if data.startswith((b"{\\rtf", b"HWP Document File")):
        return "other"
    return "web" if start.startswith(_MARKUP) else ""


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise refusal("damaged") from error
    kind = next((kind for start, kind in _FOLDERS for name in names if name.startswith(start)), "")
    if kind == "word":
        return kind
    raise refusal(kind or ("zip" if names else "empty"))
