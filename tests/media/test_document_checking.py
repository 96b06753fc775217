"""Documents are what their names say, by their content."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tomoni.media.document_checking import check_document

OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml.document.main+xml"
SHEET = f"{OFFICE}.spreadsheetml.sheet.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def check(data, name):
    return check_document(io.BytesIO(data), name, len(data)).extension


def refusal(data, name):
    with pytest.raises(ValidationError) as refused:
        check(data, name)
    return refused.value.code


def types(kind):
    return {"[Content_Types].xml": f'<Types><Override ContentType="{kind}"/></Types>'}


def test_check_accepts_each_kind_by_its_content(archive):
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
    files = {
        "a.pdf": b"%PDF-1.7\n...",
        "b.docx": archive(**types(WORD)),
        "c.xlsx": archive(**types(SHEET)),
        "d.odt": archive(**odt),
        "e.zip": archive(**{"図面.txt": "x"}),
        "f.txt": "町のお知らせ".encode(),
        "g.csv": "名前,住所\r\n森,北町".encode("cp932"),
        "h.csv": "名前,住所".encode("utf-8-sig"),
        "i.txt": "お知らせ".encode("utf-16"),
        "j.TXT": "お知らせ".encode("euc_jp"),
    }

    found = {name: check(data, name) for name, data in files.items()}

    assert found == {name: name.rsplit(".", 1)[1].lower() for name in files}


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"%PDF-1.7", "a.docx", "misnamed"),
        ("町".encode(), "a.pdf", "misnamed"),
        (b"<!doctype html><script>alert(1)</script>", "a.txt", "web_page"),
        (b"  <HTML>", "a.csv", "web_page"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.txt", "web_page"),
        (b"<script>x</script>%PDF-1.7", "a.pdf", "web_page"),
        (b"#!/bin/sh\nrm", "a.txt", "web_page"),
        (b"MZ\x90\x00", "a.pdf", "web_page"),
        (b"\x7fELF\x02\x01\x01\x00", "a.txt", "unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a.doc", "unknown"),
        (b"PK\x03\x04broken", "a.docx", "broken"),
    ],
)
def test_check_refuses_what_is_not_what_it_says(data, name, code):
    assert refusal(data, name) == code


def test_check_refuses_macros_under_any_name(archive):
    docm = archive(**types(MACRO))
    hidden = archive(**types(WORD), **{"word/vbaProject.bin": "x"})
    basic = archive(
        mimetype="application/vnd.oasis.opendocument.text",
        **{"content.xml": "<x/>", "Basic/Standard/m.xml": "x"},
    )

    codes = [refusal(docm, "a.docm"), refusal(docm, "a.docx")]
    codes += [refusal(hidden, "a.docx"), refusal(basic, "a.odt")]

    assert codes == ["macros"] * 4


def test_check_refuses_programs_in_archives_by_name(archive):
    data = archive(**{"readme.txt": "x", "setup.EXE": "x"})

    with pytest.raises(ValidationError) as refused:
        check(data, "a.zip")

    with translation.override("en"):
        told = refused.value.messages
    assert told == [
        "The archive contains setup.EXE, which could run on a reader's computer. Remove it."
    ]


def test_check_refuses_what_is_too_big_and_says_the_limit(settings):
    settings.TOMONI_DOCUMENT_MAX_BYTES = 1024

    with pytest.raises(ValidationError) as refused:
        check(b"%PDF-" + b"x" * 2000, "a.pdf")

    with translation.override("en"):
        told = refused.value.messages
    assert told == ["The file is too big (2.0\xa0KB). Keep it below 1.0\xa0KB, or split it."]


def test_check_leaves_the_file_at_its_beginning():
    file = io.BytesIO(b"%PDF-1.7 more")

    check_document(file, "a.pdf", 13)

    assert file.tell() == 0
