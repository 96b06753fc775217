"""Which files the importer reads, in which encodings, and what it says of the others."""

import pytest
from django.utils.translation import override

from tomoni.guidelines.importing import GuidelineFileError, read_guideline
from tomoni.guidelines.importing.reading import decode

TEXT = "第１章　はじまり\n住民と市役所が、同じ席で話し合うことを約束します。\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp932", "cp932"),
        ("euc_jp", "euc_jp"),
        ("utf-16", "utf-16-le"),
        ("iso2022_jp", "iso2022_jp"),
    ],
)
def test_text_is_read_in_every_japanese_encoding(written, read):
    assert decode(TEXT.encode(written)) == (TEXT, read)


def test_utf_16_with_big_endian_mark_is_read():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, "utf-16-be")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_folded(ending):
    assert decode(TEXT.replace("\n", ending).encode())[0] == TEXT


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty. Choose the file that holds the text."),
        (b" \r\n\t\n", "This file is empty. Choose the file that holds the text."),
        ("\u3000\n".encode(), "This file is empty. Choose the file that holds the text."),
        (
            b"a" * (20 * 1024 * 1024 + 1),
            "This file is larger than 20 MB. Split it, or save only its text, and try again.",
        ),
        (
            b"\x89PNG\r\n\x1a\n",
            "This is a picture. Choose a file that holds the guideline as text.",
        ),
        (
            b"RIFF\x00\x00\x00\x00WEBPVP8 ",
            "This is a picture. Choose a file that holds the guideline as text.",
        ),
        (
            b"ab\x00\x01\x02cd",
            "This file is not a text file. Save the guideline as plain text and try again.",
        ),
        (
            "一行目\n二行".encode() + b"\xff\xff\n",
            (
                "Line 2, column 3 cannot be read as Japanese text. "
                "Save the file as UTF-8 and try again."
            ),
        ),
        (
            b"\xef\xbb\xbfabc\n\xe3\x81",
            (
                "Line 2, column 1 cannot be read as Japanese text. "
                "Save the file as UTF-8 and try again."
            ),
        ),
    ],
)
def test_unreadable_file_is_answered_with_what_to_do(data, sentence):
    with override(None), pytest.raises(GuidelineFileError) as caught:
        read_guideline(data)

    with override(None):
        assert str(caught.value) == sentence
