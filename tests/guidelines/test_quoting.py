"""Citations in the marks of quotation that each language uses."""

import pytest
from django.utils import translation

from tomoni.guidelines.quoting import Quoting
from tomoni.guidelines.selectors import Contents, Entry

SECTION = Entry(page_id=1, anchor="s-1", number="1", title="Objetivo", level=2, url="#s-1")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "「Tudo.」『Diretrizes』 1　Objetivo"),
        ("ja-simple", "「Tudo.」『Diretrizes』 1　Objetivo"),
        ("zh-hans", "“Tudo.”《Diretrizes》 1　Objetivo"),
        ("pt-br", "“Tudo.” “Diretrizes” 1　Objetivo"),
        ("ne", "“Tudo.” “Diretrizes” 1　Objetivo"),
    ],
)
def test_words_and_document_stand_in_the_marks_of_the_language(
    language: str, expected: str
) -> None:
    quoting = Quoting(
        base="https://town.example.jp/guideline/",
        title="Diretrizes",
        edition="",
        contents=Contents(document=None, entries=(SECTION,), current=1),
        excerpts={"s-1": "Tudo."},
    )

    with translation.override(language):
        citation = quoting.of("s-1")

    assert citation is not None
    told = f"{citation.opening}{citation.excerpt}{citation.closing}{citation.source}"
    assert told == expected
    assert citation.url == "https://town.example.jp/guideline/s/s-1/"
