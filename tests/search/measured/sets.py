"""Read residents' questions, and make retrieval sets for `tomoni search_eval` of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.search.measured.asking import Answer, heading_keys, path_of

from tomoni.search.models import SearchDocument

FOLDER = Path(__file__).parent / "questions"
ANSWERS = 2  # the grade of what answers; 1 is only near it


@dataclass(frozen=True)
class Question:
    """A resident's question and the grades of what answers: `living/moving#in`."""

    id: str
    locale: str
    text: str
    grades: Mapping[str, int]

    def is_answered_by(self, answer: Answer) -> bool:
        """Say whether the right page was found, whichever its language."""
        pages = {wanted.partition("#")[0] for wanted in self._right()}
        return answer.path in pages

    def is_answered_in(self, answer: Answer) -> bool:
        """Say whether the result leads to the heading that answers, too."""
        return bool({answer.path, f"{answer.path}#{answer.key}"} & self._right())

    def _right(self) -> set[str]:
        return {wanted for wanted, grade in self.grades.items() if grade == ANSWERS}


def read_questions(name: str) -> list[Question]:
    """Return the questions of one folder below `questions`."""
    grades: dict[str, dict[str, int]] = {}
    for line in (FOLDER / name / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, wanted, grade = line.split("\t")
        grades.setdefault(question, {})[wanted] = int(grade)
    rows = (FOLDER / name / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [Question(grades=grades[row["id"]], **row) for row in map(json.loads, rows)]


def write_set(folder: Path, *, name: str = "ja", locale: str = "ja") -> None:
    """Write the questions of `name` with the town's passages in a language.

    An answer that names a page stands for all its passages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    passages = dict(_passages(locale))
    questions = read_questions(name)
    _write(folder / "passages.jsonl", [{"id": key, **said} for key, said in passages.items()])
    _write(folder / "queries.jsonl", [{"id": one.id, "text": one.text} for one in questions])
    lines = [
        f"{one.id}\t{passage}\t{grade}"
        for one in questions
        for wanted, grade in one.grades.items()
        for passage in passages
        if passage == wanted or passage.partition("#")[0] == wanted
    ]
    (folder / "qrels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _passages(locale: str) -> Iterator[tuple[str, dict[str, str]]]:
    for row in SearchDocument.objects.filter(locale=locale).order_by("url"):
        keys = heading_keys(row.url)
        for place, passage in enumerate(row.passages):
            heading = passage["heading"]
            title = f"{row.title} {heading}".strip()
            yield (
                f"{path_of(row.url)}#{keys.get(heading, place)}",
                {"title": title, "text": passage["text"]},
            )


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
