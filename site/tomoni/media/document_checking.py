"""Check an uploaded document by its content; its name must then agree."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from tomoni.media.document_kinds import (
    OFFICE_KINDS,
    OPEN_KINDS,
    PDF,
    TEXT_KINDS,
    ZIP,
    DocumentKind,
)

HEAD = 1024
READ_AT_MOST = 1024 * 1024
UNPACKED_AT_MOST = 1024 * 1024 * 1024
FILES_AT_MOST = 10_000
JAPANESE_ENCODINGS = ("utf-8-sig", "cp932", "euc_jp")
WEB_PAGE_SIGNS = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<iframe", b"<body")
# Office files with macros among them; inside an archive a name is all that shows them.
PROGRAMS = "app bat cmd com dll exe hta jar js jse lnk msi ps1 scr sh vbe vbs wsf"
ACTING_DOCUMENTS = "docm htm html pptm svg xhtml xlsm"
RUNS = frozenset(f".{ending}" for ending in f"{PROGRAMS} {ACTING_DOCUMENTS}".split())

TOO_BIG = _("The file is too big (%(size)s). Keep it below %(limit)s, or split it.")
EMPTY = _("The file is empty. Choose it again.")
UNKNOWN = _(
    "This is none of the files we take. Save it as PDF, Word (.docx), Excel (.xlsx) or text."
)
WEB_PAGE = _("This is a web page or a program, not a document. Save it as PDF first.")
MISNAMED = _("The name ends in .%(named)s, but the content is .%(found)s. Rename or save it again.")
MACROS = _("The file contains macros, which can harm readers. Save it without macros.")
BROKEN = _("The file is damaged. Open it in its own program and save it again.")
RUNS_INSIDE = _("The archive contains %(name)s, which could run on a reader's computer. Remove it.")
UNPACKS_TOO_BIG = _("Unpacked, this archive would be too big. Split it.")


def check_document(file: IO[bytes], name: str, size: int) -> DocumentKind:
    """Return what a file really is, or raise a sentence that says what to do."""
    limit = settings.TOMONI_DOCUMENT_MAX_BYTES
    if size > limit:
        sizes = {"size": filesizeformat(size), "limit": filesizeformat(limit)}
        raise ValidationError(TOO_BIG, code="too_big", params=sizes)
    if not size:
        raise ValidationError(EMPTY, code="empty")
    named = PurePath(name).suffix.lower().lstrip(".")
    try:
        kind = _kind_of(file, named)
    finally:
        file.seek(0)
    if kind.extension != named:
        raise ValidationError(
            MISNAMED, code="misnamed", params={"named": named, "found": kind.extension}
        )
    return kind


def _kind_of(file: IO[bytes], named: str) -> DocumentKind:
    file.seek(0)
    head = file.read(HEAD)
    if head.lstrip().startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK"):
        return _kind_of_archive(file)
    if any(sign in head.lower() for sign in WEB_PAGE_SIGNS) or head.startswith((b"#!", b"MZ")):
        raise ValidationError(WEB_PAGE, code="web_page")
    texts = {kind.extension: kind for kind in TEXT_KINDS}
    file.seek(0)
    if not _is_text(file):
        raise ValidationError(UNKNOWN, code="unknown")
    # A table and a letter are both text: only the name tells them apart.
    return texts.get(named, texts["txt"])


def _is_text(file: IO[bytes]) -> bool:
    data = file.read()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decodes(data, "utf-16")
    return b"\x00" not in data and any(_decodes(data, name) for name in JAPANESE_ENCODINGS)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(
        sign.isprintable() or sign in "\r\n\t\f\ufeff\u3000" or sign > "\x9f" for sign in text
    )


def _kind_of_archive(file: IO[bytes]) -> DocumentKind:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            if total > UNPACKED_AT_MOST or len(entries) > FILES_AT_MOST:
                raise ValidationError(UNPACKS_TOO_BIG, code="unpacks_too_big")
            names = {entry.filename for entry in entries}
            return _office(archive, names) or _open(archive, names) or _plain(names)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ValidationError(BROKEN, code="broken") from error


def _office(archive: zipfile.ZipFile, names: set[str]) -> DocumentKind | None:
    if "[Content_Types].xml" not in names:
        return None
    types = _read(archive, "[Content_Types].xml")
    if "macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(MACROS, code="macros")
    return _one(kind for kind in OFFICE_KINDS if kind.marker in types)


def _open(archive: zipfile.ZipFile, names: set[str]) -> DocumentKind | None:
    if "mimetype" not in names or "content.xml" not in names:
        return None
    mimetype = _read(archive, "mimetype").strip()
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise ValidationError(MACROS, code="macros")
    return _one(kind for kind in OPEN_KINDS if kind.marker == mimetype)


def _plain(names: set[str]) -> DocumentKind:
    for name in sorted(names):
        if PurePath(name).suffix.lower() in RUNS:
            raise ValidationError(RUNS_INSIDE, code="runs_inside", params={"name": name[:100]})
    return ZIP


def _one(kinds: Iterator[DocumentKind]) -> DocumentKind:
    for kind in kinds:
        return kind
    raise ValidationError(UNKNOWN, code="unknown")


def _read(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        return part.read(READ_AT_MOST).decode("utf-8", "replace")
