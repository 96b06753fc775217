"""Measure what the importer finds in each text: `python tests/benchmarks/import_quality.py`.

Recall is the share of what an editor would mark that was found, precision the share of what was
found that an editor would mark. A heading counts only with its level, number and title, a note
only with the mark in the text that it belongs to, a reference only with its section. The three
real texts are measured where they are at hand.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tomoni.guidelines.importing import ImportedGuideline, read_guideline

HERE = Path(__file__).resolve().parents[1] / "guidelines"
SHARED = HERE.parents[2] / "shared" / "data" / "guidelines"


@dataclass(frozen=True)
class Score:
    """How many were wanted, found, and found rightly."""

    wanted: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.wanted + other.wanted, self.found + other.found, self.right + other.right)


def headings(guideline: ImportedGuideline) -> list[list[object]]:
    return [[one.level, one.number, one.title] for one in guideline.sections()]


def notes(guideline: ImportedGuideline) -> list[list[object]]:
    return [[one.mark, one.attached_mark] for one in guideline.notes]


def references(guideline: ImportedGuideline) -> list[list[object]]:
    titles = {one.anchor: one.title for one in guideline.sections()}
    return [[one.text, titles.get(one.target, "")] for one in guideline.references]


KINDS: dict[str, Callable[[ImportedGuideline], list[list[object]]]] = {
    "outline": headings,
    "notes": notes,
    "references": references,
}


def score(wanted: Iterable[list[object]], found: Iterable[list[object]]) -> Score:
    """Count what is in both, each as often as it is in both."""
    first = Counter(tuple(one) for one in wanted)
    second = Counter(tuple(one) for one in found)
    return Score(first.total(), second.total(), (first & second).total())


def measured(path: Path, expected: Path) -> dict[str, Score]:
    """Return the scores of one text for each kind that its expectation names."""
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    guideline = read_guideline(path.read_bytes(), filename=path.name)
    return {
        kind: score(wanted[kind], read(guideline)) for kind, read in KINDS.items() if kind in wanted
    }


def texts() -> list[tuple[Path, Path]]:
    """Return each text with the file that says what is in it."""
    own = sorted((HERE / "texts").glob("*.txt"))
    pairs = [(path, HERE / "expected" / f"{path.stem}.json") for path in own]
    real = sorted(SHARED.glob("*.txt"))
    return pairs + [(path, HERE / "expected" / f"{path.stem.split('-')[0]}.json") for path in real]


def main() -> None:
    print(f"{'':22}{'headings':>16}{'notes':>16}{'references':>16}")  # noqa: T201
    totals = {kind: Score(0, 0, 0) for kind in KINDS}
    for path, expected in texts():
        scores = measured(path, expected)
        for kind, one in scores.items():
            totals[kind] += one
        row(path.stem, scores)
    row("all", totals)


def row(name: str, scores: dict[str, Score]) -> None:
    columns = []
    for kind in KINDS:
        one = scores.get(kind)
        shown = (
            f"{one.recall:.2f} / {one.precision:.2f}" if one and (one.wanted or one.found) else ""
        )
        columns.append(f"{shown:>16}")
    print(f"{name:22}{''.join(columns)}")  # noqa: T201


if __name__ == "__main__":
    main()
