"""Read the words of each language that weigh nothing or little, from the files in `words/`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Weights:
    """Words without weight, words of little weight, and turns of phrase that only ask."""

    ignored: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


@lru_cache
def weights(language: str) -> Weights:
    """Return the weights of a language; none where nobody has written any."""
    path = FOLDER / f"{language}.txt"
    if not path.exists():
        return Weights()
    sections: dict[str, list[str]] = {"ignored": [], "weak": [], "phrases": []}
    section = "ignored"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[section] += line.split() if section != "phrases" else [line]
    return Weights(
        frozenset(sections["ignored"]),
        frozenset(sections["weak"]),
        tuple(sorted(sections["phrases"], key=len, reverse=True)),
    )
