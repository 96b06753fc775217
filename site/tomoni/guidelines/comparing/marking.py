"""Mark the words in which two texts differ."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tomoni.guidelines.comparing.aligning import align
from tomoni.guidelines.comparing.result import Mark, Span, Spans, joined
from tomoni.guidelines.comparing.words import KANJI, is_weak, words_of

# Below this share of common words a text was written anew; single marks would only confuse.
REWRITTEN = 0.25
# Small words between changes this long are drawn into them.
LONG_CHANGE = 8
LIGHT = 0.25
ONE_SIGN = str.maketrans({"，": "、", ",": "、", "〜": "～", "−": "-", "‐": "-", "–": "-"})
SPACE_BESIDE_CJK = re.compile(rf"\s+(?=[{KANJI}ぁ-ヿ、。（）])|(?<=[{KANJI}ぁ-ヿ、。（）])\s+")
PURE_KANJI = re.compile(f"[{KANJI}]+")
LONG_COMPOUND = 4


def folded(text: str) -> str:
    """Return the text in the form in which only its notation makes no difference."""
    plain = unicodedata.normalize("NFKC", text.translate(ONE_SIGN)).translate(ONE_SIGN)
    return SPACE_BESIDE_CJK.sub("", " ".join(plain.split()))


def whole(text: str, mark: Mark) -> Spans:
    return (Span(mark, text),) if text else ()


def mark(old: str, new: str, language: str) -> tuple[Spans, Spans]:
    """Return both texts in spans: the same words, changed ones, and other notations of the same."""
    if old == new:
        return whole(old, Mark.SAME), whole(new, Mark.SAME)
    if not old.strip() or not new.strip():
        return whole(old, Mark.CHANGED), whole(new, Mark.CHANGED)
    olds, news = words_of(old, language), words_of(new, language)
    pairs = align([_key(word) for word in olds], [_key(word) for word in news], _weight)
    shared = sum(len(olds[i]) for i, _j in pairs if not is_weak(olds[i]))
    if shared < REWRITTEN * min(len(old), len(new)) and folded(old) != folded(new):
        pairs = _ends(olds, news) if max(len(olds), len(news)) > 2 * LONG_CHANGE else pairs
    pairs = _slid(pairs, news)
    pairs = [(i, j) for j, i in _slid([(j, i) for i, j in pairs], olds)]
    old_spans: list[Span] = []
    new_spans: list[Span] = []
    for step in _steps(olds, news, pairs):
        before, after = _marked(step)
        old_spans += before
        new_spans += after
    return joined(old_spans), joined(new_spans)


@dataclass(frozen=True)
class Step:
    """A stretch of both texts: words that pair, or words that differ."""

    old: str
    new: str
    pairs: bool


def _key(word: str) -> str:
    return folded(word) or " "


def _weight(word: str) -> float:
    return LIGHT if is_weak(word) else float(len(word))


def _ends(olds: tuple[str, ...], news: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return no pairs at all but the closing sign that both texts share."""
    last = _key(olds[-1])
    return [(len(olds) - 1, len(news) - 1)] if last == _key(news[-1]) and is_weak(last) else []


def _slid(pairs: list[tuple[int, int]], news: tuple[str, ...]) -> list[tuple[int, int]]:
    """Let what was put in begin with a word: 計画の［策定に］関する, not 計画［の策定］に関する."""
    slid = list(pairs)
    i = j = 0
    for index, (i_end, j_end) in enumerate(pairs):
        if i == i_end and j < j_end and is_weak(news[j]) and news[j] == news[j_end]:
            slid[index] = (i_end, j)
            j_end = j  # noqa: PLW2901 -- what follows starts behind the word that was paired
        i, j = i_end + 1, j_end + 1
    return slid


def _steps(
    olds: tuple[str, ...], news: tuple[str, ...], pairs: list[tuple[int, int]]
) -> Iterator[Step]:
    """Yield stretches in order; weak words alone between two long changes belong to them."""
    i = j = 0
    steps: list[Step] = []
    for i_end, j_end in [*pairs, (len(olds), len(news))]:
        if i < i_end or j < j_end:
            steps.append(Step("".join(olds[i:i_end]), "".join(news[j:j_end]), pairs=False))
        if i_end < len(olds) and j_end < len(news):
            steps.append(Step(olds[i_end], news[j_end], pairs=True))
        i, j = i_end + 1, j_end + 1
    held: Step | None = None
    for index, step in enumerate(steps):
        drawn = step.pairs and _is_island(steps, index)
        if not step.pairs or drawn:
            held = Step(
                (held.old if held else "") + step.old,
                (held.new if held else "") + step.new,
                pairs=False,
            )
            continue
        if held:
            yield held
            held = None
        yield step
    if held:
        yield held


def _is_island(steps: list[Step], index: int) -> bool:
    step = steps[index]
    if not 0 < index < len(steps) - 1 or not is_weak(step.old) or not step.old.strip():
        return False
    around = (steps[index - 1], steps[index + 1])
    return all(not one.pairs and min(len(one.old), len(one.new)) >= LONG_CHANGE for one in around)


def _marked(step: Step) -> tuple[list[Span], list[Span]]:
    if step.pairs:
        kind = Mark.SAME if step.old == step.new else Mark.NOTATION
        return [Span(kind, step.old)], [Span(kind, step.new)]
    if folded(step.old) == folded(step.new):
        return [Span(Mark.NOTATION, step.old)], [Span(Mark.NOTATION, step.new)]
    start, end = _shared_ends(step.old, step.new)
    return _cut(step.old, start, end), _cut(step.new, start, end)


def _cut(text: str, start: int, end: int) -> list[Span]:
    middle = text[start : len(text) - end]
    tail = text[len(text) - end :] if end else ""
    return [Span(Mark.SAME, text[:start]), Span(Mark.CHANGED, middle), Span(Mark.SAME, tail)]


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """Return how much of a changed compound stays unmarked at its start and end, in whole words.

    Long compounds of kanji are built of words of two: in 市民参加推進会議 only 参加 changed.
    """
    if not (PURE_KANJI.fullmatch(old) and PURE_KANJI.fullmatch(new)):
        return 0, 0
    if min(len(old), len(new)) < LONG_COMPOUND:
        return 0, 0
    shortest = min(len(old), len(new))
    start = next((k for k in range(shortest) if old[k] != new[k]), shortest)
    rest = shortest - start
    end = next((k for k in range(rest) if old[-1 - k] != new[-1 - k]), rest)
    if start + end == shortest:
        # Something was put in or taken out, and all else stayed.
        return start, end
    start -= start % 2
    if end % 2 and len(old) % 2 == len(new) % 2 == 0:
        end -= 1
    for text in (old, new):
        if len(text) - start - end == 1:
            start = max(0, start - 2) if start else start
    return start, max(0, min(end, shortest - start))
