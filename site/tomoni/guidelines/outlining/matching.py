"""Match the sections of a newer text with those of the present one, so that they keep their ids."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tomoni.guidelines.comparing import pairing
from tomoni.guidelines.comparing.likeness import alike, candidates

LIKELY, SAME_TEXT = 0.5, 0.75
NEAR = 6
TITLE, NUMBER, TEXT = 0.5, 0.1, 0.4
_MARKUP = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"[\s\u200b]+")


@dataclass(frozen=True)
class Part:
    """A section of either text: what it is called and what stands directly under it."""

    key: str
    depth: int  # 1 for a chapter
    number: str
    title: str
    text: str = ""

    @property
    def label(self) -> str:
        return f"{self.number}　{self.title}".strip("　")

    @cached_property
    def bare(self) -> tuple[str, str, str]:
        """Number, title and text without what printing sets as it likes."""
        return plain(self.number), plain(self.title), plain(self.text)

    @property
    def name(self) -> tuple[bool, str, str]:
        return self.depth == 1, *self.bare[:2]


def plain(text: str) -> str:
    return _BLANK.sub("", unicodedata.normalize("NFKC", _MARKUP.sub("", text)))


def match(new: Sequence[Part], old: Sequence[Part]) -> dict[str, str]:
    """Return for each new part that has one the old part that it continues."""
    found: dict[str, str] = {}
    free = {part.key for part in old}
    names: tuple[Callable[[Part], object], ...] = (
        lambda part: part.name,
        lambda part: (part.name[0], part.name[2]),
    )
    for name in names:
        for key, continued in _exact(new, old, found, free, name):
            found[key] = continued
            free.discard(continued)
    rest_new = [part for part in new if part.key not in found]
    rest_old = [part for part in old if part.key in free]
    scored = []
    for at, place in _worth_a_look(rest_new, rest_old):
        part, other = rest_new[at], rest_old[place]
        if (part.depth == 1) == (other.depth == 1):
            score = likelihood(part, other)
            if score >= LIKELY:
                scored.append((-score, abs(at - place), part.key, other.key))
    for _score, _away, key, other_key in sorted(scored):
        if key not in found and other_key in free:
            found[key] = other_key
            free.discard(other_key)
    return found


def _worth_a_look(new: Sequence[Part], old: Sequence[Part]) -> set[tuple[int, int]]:
    """Return places that may belong together: near one another, or with rare words in common."""
    shared = candidates(["".join(part.bare) for part in old], ["".join(part.bare) for part in new])
    near = {
        (at, place)
        for at in range(len(new))
        for place in range(max(0, at - NEAR), min(len(old), at + NEAR + 1))
    }
    return near | {(at, place) for place, at in shared}


def likelihood(one: Part, other: Part) -> float:
    """Return how likely two parts are the same: by title, number and text."""
    (number, title, text), (other_number, other_title, other_text) = one.bare, other.bare
    titles = alike(title, other_title) if title and other_title else 0.0
    numbers = float(bool(number) and number == other_number)
    if not text or not other_text:
        return titles * (TITLE + TEXT) + numbers * NUMBER
    texts = alike(text, other_text)
    return texts if texts >= SAME_TEXT else titles * TITLE + numbers * NUMBER + texts * TEXT


def match_blocks(
    new: Sequence[Mapping[str, object]], old: Sequence[Mapping[str, object]]
) -> dict[str, str]:
    """Return for each block of a section the id of the old block that it continues."""
    return {
        str(new[pair.new]["id"]): str(old[pair.old]["id"])
        for pair in pairing.pair_up(_paired(old), _paired(new))
        if pair.old is not None and pair.new is not None
    }


def _paired(blocks: Sequence[Mapping[str, object]]) -> list[pairing.Part]:
    return [pairing.Part(str(one["type"]), "", plain(text_of(one["value"]))) for one in blocks]


def text_of(value: object) -> str:
    """Return all words in the stored value of a block."""
    return " ".join(_words(value))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("id", "type"):
                yield from _words(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _words(inner)


def _exact(
    new: Sequence[Part],
    old: Sequence[Part],
    found: Mapping[str, str],
    free: set[str],
    tell: Callable[[Part], object],
) -> list[tuple[str, str]]:
    """Pair parts of the same name; where a name repeats, in the order in which they stand."""
    waiting: dict[object, list[str]] = {}
    for part in old:
        if part.key in free:
            waiting.setdefault(tell(part), []).append(part.key)
    paired = []
    for part in new:
        keys = waiting.get(tell(part))
        if part.key not in found and keys:
            paired.append((part.key, keys.pop(0)))
    return paired
