"""Every catalogue can be read, Japanese is whole, and residents' texts exist in every language."""

import gettext
import re
import string
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/django.po")) + sorted(
    ROOT.glob("plugins/*/locale/*/LC_MESSAGES/django.po")
)
# Easy Japanese falls back to Japanese and says only what must be easier; English is the source.
COMPLETE = ("es", "fil", "id", "ko", "ne", "pt_BR", "vi", "zh_Hans")
PUBLIC = re.compile(r"templates/(tomoni/(design|guidelines|home|search|accounts)|tomoni_\w+)/")
EDITORS_ONLY = re.compile(r"(panel|admin\w*)\.html|/admin/")


def language_of(path: Path) -> str:
    return path.parents[1].name


def entries(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def is_public(entry: polib.POEntry) -> bool:
    return any(
        PUBLIC.search(place) and not EDITORS_ONLY.search(place)
        for place, _line in entry.occurrences
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_catalogue_can_be_read_and_guesses_nothing(path: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "django.mo"
    polib.pofile(str(path)).save_as_mofile(str(compiled))

    with compiled.open("rb") as file:
        gettext.GNUTranslations(file)

    assert [entry.msgid for entry in entries(path) if entry.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_translation_keeps_every_placeholder(path: Path) -> None:
    broken = [
        entry.msgid
        for entry in entries(path)
        if entry.translated()
        and any(
            placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
            for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        )
    ]

    assert broken == []


def placeholders(text: str) -> set[str]:
    named = set(re.findall(r"%\(\w+\)[sd]", text))
    return named | {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    "path",
    [path for path in CATALOGUES if language_of(path) == "ja"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_japanese_is_whole(path: Path) -> None:
    assert [entry.msgid for entry in entries(path) if not entry.translated()] == []


@pytest.mark.parametrize(
    "path",
    [path for path in CATALOGUES if language_of(path) in COMPLETE],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_texts_for_residents_are_translated(path: Path) -> None:
    public = [entry for entry in entries(path) if is_public(entry)]

    assert public
    assert [entry.msgid for entry in public if not entry.translated()] == []
