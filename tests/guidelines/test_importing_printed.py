"""Guidelines printed as Word files and PDFs and imported again: the same structure comes back."""

from pathlib import Path

import pytest
from tests.guidelines.printing import as_pdf, as_word
from tests.guidelines.test_importing_outlines import (
    REAL,
    TEXTS,
    outline,
    real,
    titles_referred_to,
)

from tomoni.guidelines.importing import ImportedGuideline, account_for, read_guideline


def structure(guideline: ImportedGuideline) -> dict[str, object]:
    titles = {one.anchor: one.title for one in guideline.sections()}
    return {
        "title": guideline.title,
        "outline": outline(guideline),
        "notes": [
            (one.mark, one.attached_mark, titles.get(one.section)) for one in guideline.notes
        ],
        "references": titles_referred_to(guideline),
    }


def own(path: Path) -> ImportedGuideline:
    return read_guideline(path.read_bytes(), filename=path.name)


@pytest.mark.parametrize("styled", [True, False], ids=["styles", "shapes"])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_own_text_comes_back_from_word(path, styled):
    guideline = own(path)

    again = read_guideline(as_word(guideline, styled=styled), filename=path.name)

    assert structure(again) == structure(guideline)
    assert account_for(again).balanced


@pytest.mark.parametrize(
    "name", ["plan-parts", "qa-handbook", "ordinance-long", "decimal-english", "marks"]
)
def test_own_text_comes_back_from_pdf(name):
    guideline = own(next(path for path in TEXTS if path.stem == name))

    again = read_guideline(as_pdf(guideline), filename=f"{name}.pdf")

    assert structure(again) == structure(guideline)
    assert account_for(again).balanced


@pytest.mark.shared_data
@pytest.mark.parametrize("styled", [True, False], ids=["styles", "shapes"])
@pytest.mark.parametrize("name", REAL)
def test_real_text_comes_back_from_word(name, styled):
    guideline = real(name)

    again = read_guideline(as_word(guideline, styled=styled), filename=f"{name}.docx")

    assert structure(again) == structure(guideline)
    assert account_for(again).balanced


@pytest.mark.shared_data
@pytest.mark.parametrize("name", REAL)
def test_real_text_comes_back_from_pdf(name):
    guideline = real(name)

    again = read_guideline(as_pdf(guideline), filename=f"{name}.pdf")

    assert structure(again) == structure(guideline)
    assert account_for(again).balanced
