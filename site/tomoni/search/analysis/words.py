"""Read the words of each language that weigh nothing or little, from the files in `words/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Weights:
    """Words without weight, words of little weight, and turns of phrase that only ask.

    `answers` has for words that ask the words that stand in what answers: 円 for いくら.
    """

    ignored: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache
def weights(language: str) -> Weights:
    """Return the weights of a language; none where nobody has written any."""
    path = FOLDER / f"{language}.txt"
    if not path.exists():
        return Weights()
    sections: dict[str, list[str]] = {"ignored": [], "weak": [], "phrases": [], "answers": []}
    section = "ignored"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[section] += [line] if section in {"phrases", "answers"} else line.split()
    pairs = (line.split(":") for line in sections["answers"])
    return Weights(
        frozenset(sections["ignored"]),
        frozenset(sections["weak"]),
        tuple(sorted(sections["phrases"], key=len, reverse=True)),
        {word: tuple(told.split()) for asking, told in pairs for word in asking.split()},
    )
