"""Show why a text was found: the words that answer are marked, the piece around them is shown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tomoni.search.analysis.tokens import Analyser, Phrase, Place, Reading

# Characters of a piece; a Japanese one says as much in half as many.
LENGTH = 150
BEFORE = 30
WORD_BREAK = 15
# Longer texts are looked through only so far.
LONGEST = 20_000
# Where a cell or an item of a list ends, unless a sign ends it, as it does a paragraph.
_END_OF_ITEM = re.compile(r"(?<=[^\s。．.!?！？…：:、，,;；।])\s*\n\s*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Marks what answers to one query; made once for a page of results."""

    analyser: Analyser
    singles: frozenset[str]
    phrases: frozenset[Phrase]

    def spans(self, text: str) -> list[Span]:
        """Return where words of the query stand in a text, joined where they touch."""
        places = list(self.analyser.places(text[:LONGEST]))
        found = [(one.begin, one.end) for one in places if not self.singles.isdisjoint(one.tokens)]
        found += self._phrase_spans(places)
        return list(_joined(sorted(found)))

    def marked(self, text: str) -> SafeString:
        """Return `text` escaped, with what answers in `<mark>`."""
        return _marked(text, self.spans(text))

    def piece(self, text: str) -> SafeString:
        """Return the piece of a text in which most of the query stands, marked.

        Cells of tables and items of lists are told apart by strokes.
        """
        text = " ".join(_END_OF_ITEM.sub(" / ", text.strip()).splitlines())
        spans = self.spans(text)
        begin, end = _window(text, spans)
        begin += len(text[begin:end]) - len(text[begin:end].lstrip(" /"))
        inside = [(a - begin, b - begin) for a, b in spans if a >= begin and b <= end]
        shown = _marked(text[begin:end].rstrip(" /"), inside)
        return format_html("{}{}{}", "…" if begin else "", shown, "…" if end < len(text) else "")

    def _phrase_spans(self, places: Sequence[Place]) -> Iterator[Span]:
        firsts = {phrase[0] for phrase in self.phrases}
        by_first: dict[str, list[int]] = {}
        for at, place in enumerate(places):
            for token in firsts.intersection(place.tokens):
                by_first.setdefault(token, []).append(at)
        for phrase in self.phrases:
            for at in by_first.get(phrase[0], ()):
                last = _last_of(phrase, places, at)
                if last is not None:
                    yield places[at].begin, last


def marker_of(analyser: Analyser, reading: Reading) -> Marker:
    """Return what marks the words of a query.

    Single signs and pairs of signs say too little to be marked by themselves: of these only
    phrases are, and so of whatever the query's words may be written as.
    """
    ways = [way for word in reading.words for way in word.ways]
    phrases = {phrase for way in ways for phrase in way.phrases}
    singles = {phrase[0] for phrase in phrases if len(phrase) == 1}
    return Marker(
        analyser=analyser,
        singles=frozenset(singles),
        phrases=frozenset(phrase for phrase in phrases if len(phrase) > 1),
    )


def _last_of(phrase: Phrase, places: Sequence[Place], at: int) -> int | None:
    """Return where a phrase that begins at a place ends, or None where it does not stand there."""
    end = places[at].end
    for token in phrase[1:]:
        at += 1
        while at < len(places) and token not in places[at].tokens and places[at].begin < end:
            at += 1
        if at >= len(places) or token not in places[at].tokens:
            return None
        end = max(end, places[at].end)
    return end


def _window(text: str, spans: Sequence[Span]) -> Span:
    """Return the piece that holds most marks; the earliest of equal ones."""
    if not spans:
        return 0, min(len(text), LENGTH)
    starts = [begin for begin, _end in spans]

    def held(start: int) -> int:
        return sum(start <= begin < start + LENGTH - BEFORE for begin in starts)

    first = max(starts, key=lambda start: (held(start), -start))
    begin = max(0, first - BEFORE)
    end = min(len(text), begin + LENGTH)
    begin = max(0, min(begin, end - LENGTH))
    if begin:
        space = text.find(" ", begin, min(begin + WORD_BREAK, first))
        begin = space + 1 if space >= 0 else begin
    if end < len(text):
        end = text.rfind(" ", max(first + 1, end - WORD_BREAK), end) + 1 or end
    return begin, end


def _marked(text: str, spans: Iterable[Span]) -> SafeString:
    pieces: list[str] = []
    done = 0
    for begin, end in spans:
        pieces += (
            conditional_escape(text[done:begin]),
            format_html("<mark>{}</mark>", text[begin:end]),
        )
        done = end
    pieces.append(conditional_escape(text[done:]))
    return mark_safe("".join(pieces))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join spans that overlap or touch, so that no mark stands within another."""
    present: Span | None = None
    for begin, end in spans:
        if present and begin <= present[1]:
            present = present[0], max(present[1], end)
            continue
        if present:
            yield present
        present = begin, end
    if present:
        yield present
