"""Read a retrieval set: passages, questions, and which passage answers which question."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

# A set is named after its language first: "pt-faquad".
LOCALES = {"pt": "pt-br", "zh": "zh-hans", "tl": "fil"}


class SetError(Exception):
    """The folder is no retrieval set; the message says what is wrong, in the user's language."""


@dataclass(frozen=True)
class Passage:
    """A text that may answer."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Question:
    """A question, and the grades of the passages that answer it: 1, or 2 for fully."""

    id: str
    text: str
    grades: Mapping[str, int]


@dataclass(frozen=True)
class RetrievalSet:
    """Passages and the questions that are answered by some of them."""

    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]


def read_set(folder: Path, *, limit: int | None = None) -> RetrievalSet:
    """Read `passages.jsonl`, `queries.jsonl` and `qrels.tsv`; raise `SetError` where one is bad.

    Questions without a right answer are left out; `limit` takes the first so many of the others.
    """
    grades = _grades(folder / "qrels.tsv")
    questions = tuple(
        Question(row["id"], row["text"], grades[row["id"]])
        for row in _rows(folder / "queries.jsonl", "id", "text")
        if row["id"] in grades
    )
    passages = tuple(
        Passage(row["id"], row.get("title", ""), row["text"])
        for row in _rows(folder / "passages.jsonl", "id", "text")
    )
    if not passages or not questions:
        raise SetError(_("%(folder)s holds no questions with answers.") % {"folder": folder})
    return RetrievalSet(passages, questions[:limit])


def locale_of(folder: Path) -> str:
    """Return the language that a set's name begins with."""
    first = folder.resolve().name.split("-")[0].lower()
    return LOCALES.get(first, first)


def _grades(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            query, passage, grade = line.split("\t")
            value = int(grade)
        except ValueError as error:
            raise _bad_line(path, number) from error
        if value > 0:
            grades.setdefault(query, {})[passage] = value
    return grades


def _rows(path: Path, *wanted: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield {**{name: str(row[name]) for name in wanted}, "title": str(row.get("title", ""))}
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise _bad_line(path, number) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(_("%(file)s cannot be read.") % {"file": path}) from error


def _bad_line(path: Path, number: int) -> SetError:
    return SetError(
        _("%(file)s: line %(number)d is not as it should be.") % {"file": path, "number": number}
    )
