"""Files that the importer refuses: each gets one sentence, in bounded memory and time."""

import io
import random
import zipfile
import zlib

import pytest
from django.utils.translation import override
from docx import Document
from pikepdf import Encryption, Pdf
from tests.guidelines.files import paragraph, pdf, rewritten, word, zipped

from tomoni.guidelines.importing import GuidelineFileError, account_for, read_guideline

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
DOCUMENT = word(paragraph("第１章　はじまり"), paragraph("住民と市が話し合います。"))
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ははは"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


def ole(*names: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") for name in names)


def locked() -> bytes:
    out = io.BytesIO()
    with Pdf.new() as made:
        made.add_blank_page()
        made.save(out, encryption=Encryption(owner="a", user="b"))
    return out.getvalue()


def locked_zip() -> bytes:
    data = bytearray(DOCUMENT)
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    return bytes(data)


def empty_word() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def with_types(word_type: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(DOCUMENT)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rewritten(DOCUMENT, {"[Content_Types].xml": types.replace(plain, word_type)})


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
REFUSED = {
    "old Word": (ole("WordDocument"), "old Word (.doc)"),
    "protected Word": (ole("EncryptedPackage"), "protected with a password"),
    "old Excel": (ole("Workbook"), "Excel"),
    "old PowerPoint": (ole("PowerPoint Document"), "PowerPoint"),
    "Hangul": (ole("HwpSummaryInformation"), "this program"),
    "rich text": (b"{\\rtf1 text}", "this program"),
    "Excel": (zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "Excel"),
    "PowerPoint": (zipped({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
    "OpenDocument": (zipped({"mimetype": "x", "content.xml": "<a/>"}), "this program"),
    "other ZIP": (zipped({"tebiki.txt": "text"}), "Unpack it"),
    "empty ZIP": (zipped({}), "empty"),
    "web page": (b"\xef\xbb\xbf<!DOCTYPE html><html><p>text</p></html>", "web page"),
    "TIFF": (b"II*\x00" + b"\x08" * 40, "picture"),
    "bitmap": (b"BM\x36\x00\x00\x00\x00\x00" + b"\x00" * 40, "picture"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "picture"),
    "macros": (rewritten(DOCUMENT, {"word/vbaProject.bin": b"x"}), "macros"),
    "macro type": (with_types(MACRO_TYPE), "macros"),
    "locked ZIP": (locked_zip(), "protected with a password"),
    "locked PDF": (locked(), "protected with a password"),
    "empty Word": (empty_word(), "empty"),
    "cut Word": (DOCUMENT[: len(DOCUMENT) // 2], "damaged"),
    "Word without text": (zipped({"word/styles.xml": "<a/>"}), "damaged"),
    "Word with entities": (rewritten(DOCUMENT, {"word/document.xml": BOMB}), "damaged"),
    "styles with entities": (rewritten(DOCUMENT, {"word/styles.xml": BOMB}), "damaged"),
    "Word of broken XML": (rewritten(DOCUMENT, {"word/document.xml": "<a><b></a>"}), "damaged"),
    "cut PDF": (pdf(b"BT ET")[:300], "damaged"),
    "PDF in name only": (b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n", "damaged"),
    "scanned PDF": (pdf(b"q Q", b"q Q"), "pictures of its pages"),
    "long text": ("市は、住民と話し合います。\n".encode() * 80_000, "more than 500 pages"),
    "long Word": (word(paragraph("市は、話し合います。" * 110_000)), "more than 500 pages"),
    "long PDF": (pdf(*[b""] * 501), "more than 500 pages"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_file_is_refused_with_what_to_do(name):
    data, words = REFUSED[name]

    with pytest.raises(GuidelineFileError) as caught:
        read_guideline(data, filename="tebiki.docx")

    with override("en"):
        english = str(caught.value)
    with override("ja"):
        japanese = str(caught.value)
    assert words in english
    assert english.endswith(".")
    assert japanese.endswith("ください。")


def test_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = rewritten(DOCUMENT, {"word/document.xml": b" " * (64 * 1024 * 1024)})

    with override("en"), pytest.raises(GuidelineFileError, match="unpacks to far more"):
        read_guideline(bomb)


def test_zip_that_lies_about_its_size_is_refused():
    data = bytearray(rewritten(DOCUMENT, {"word/document.xml": b" " * (8 * 1024 * 1024)}))
    size = (8 * 1024 * 1024).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (100).to_bytes(4, "little")

    with override("en"), pytest.raises(GuidelineFileError, match="damaged"):
        read_guideline(bytes(data))


def test_elements_nested_without_end_are_refused():
    inner = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inner}</w:body></w:document>'

    with override("en"), pytest.raises(GuidelineFileError, match="damaged"):
        read_guideline(rewritten(DOCUMENT, {"word/document.xml": body}))


def blanks(megabytes: int) -> bytes:
    """Return so many megabytes of blanks as zlib packs them, made without packing them all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = b" " * (1024 * 1024)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(block, check)
    return b"\x78\x9c" + packed * megabytes + b"\x03\x00" + check.to_bytes(4, "big")


def test_pdf_that_unpacks_without_end_is_refused():
    content = blanks(1000)

    with pytest.raises(GuidelineFileError):
        read_guideline(pdf(packed=content))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_word_file_is_read_whole_or_refused(seed):
    chance = random.Random(seed)  # noqa: S311 -- damages files, guards nothing
    data = bytearray(DOCUMENT)
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)

    try:
        guideline = read_guideline(bytes(data))
    except GuidelineFileError:
        return

    assert account_for(guideline).balanced


@pytest.mark.parametrize("seed", range(6))
def test_damaged_pdf_is_read_whole_or_refused(seed):
    chance = random.Random(seed)  # noqa: S311 -- damages files, guards nothing
    font = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    data = bytearray(
        pdf(b"BT /F 12 Tf 50 700 Td (1. Talk together in town.) Tj ET", resources=font)
    )
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)

    try:
        guideline = read_guideline(bytes(data))
    except GuidelineFileError:
        return

    assert account_for(guideline).balanced
