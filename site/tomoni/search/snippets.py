"""Show where the words stand: a piece of the text around the first, with each one marked."""

from collections.abc import Iterator, Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tomoni.search.analysis.folding import fold_with_places

LENGTH = 150
BEFORE = 30
# How far a sign may have wandered by folding before the whole text is folded to find it.
DRIFT = 500
WORD_BREAK = 15


def marked(text: str, words: Sequence[str]) -> SafeString:
    """Return `text` escaped, with each of the folded `words` in a `<mark>`."""
    pieces: list[str] = []
    done = 0
    for begin, end in _joined(sorted(_places(text, words))):
        pieces += (
            conditional_escape(text[done:begin]),
            format_html("<mark>{}</mark>", text[begin:end]),
        )
        done = end
    pieces.append(conditional_escape(text[done:]))
    return mark_safe("".join(pieces))


def snippet(*, text: str, folded: str, words: Sequence[str]) -> SafeString:
    """Return the piece of `text` around the first word, marked; `folded` is the folded text."""
    hit = _first(text, folded, words)
    begin = max(0, hit - BEFORE)
    end = min(len(text), begin + LENGTH)
    if begin:
        begin = _after_space(text, begin, hit)
    if end < len(text):
        end = text.rfind(" ", max(hit + 1, end - WORD_BREAK), end) + 1 or end
    piece = marked(text[begin:end].strip(), words)
    return format_html("{}{}{}", "…" if begin else "", piece, "…" if end < len(text) else "")


def _first(text: str, folded: str, words: Sequence[str]) -> int:
    """Return where in `text` the first word stands, or 0 where none does."""
    hits = [place for word in words if (place := folded.find(word)) >= 0]
    if not hits:
        return 0
    near = max(0, min(hits) - DRIFT)
    for begin, end in ((near, min(hits) + DRIFT), (0, len(text))):
        found = [place for place, _end in _places(text[begin:end], words)]
        if found:
            return begin + min(found)
    return 0


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    folded = fold_with_places(text)
    for word in words:
        at = folded.text.find(word) if word else -1
        while at >= 0:
            last = at + len(word) - 1
            yield folded.begins[at], folded.ends[last]
            at = folded.text.find(word, last + 1)


def _joined(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join places that overlap or touch, so that no mark stands within another."""
    present: tuple[int, int] | None = None
    for begin, end in places:
        if present and begin <= present[1]:
            present = present[0], max(present[1], end)
            continue
        if present:
            yield present
        present = begin, end
    if present:
        yield present


def _after_space(text: str, begin: int, hit: int) -> int:
    space = text.find(" ", begin, min(begin + WORD_BREAK, hit))
    return space + 1 if space >= 0 else begin
