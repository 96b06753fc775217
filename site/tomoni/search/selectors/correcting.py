"""Did you mean: a word that texts really have and that is nearly the one that was typed."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tomoni.home.frame import SiteFrame
from tomoni.languages import html_lang_of
from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.runs import has_signs
from tomoni.search.analysis.tokens import Word
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import Question
from tomoni.search.selectors.nearest import vocabulary_near

# Of shorter words half the language is a near neighbour; a sign of Japanese says more.
SHORTEST = 4
SHORTEST_OF_SIGNS = 3
LONGEST = 24
# So many words are mended at most.
MOST = 2
# Words of a long question that are looked at.
WORDS = 6


@dataclass(frozen=True)
class Correction:
    """The question as it may have been meant; `html_lang` is that of the words put in."""

    text: str
    html_lang: str
    address: str


def correction(
    asked: Asked, questions: Iterable[Question], *, lacking: Sequence[str], frame: SiteFrame
) -> Correction | None:
    """Return the question with the nearest words that texts in one language really have.

    `lacking` are the words that even the best text lacks; empty stands for all. The first
    language that knows a nearer word decides. Words of texts that are closed are never told.
    """
    text = unicodedata.normalize("NFKC", asked.text)
    for question in questions:
        mended, number = text, 0
        pieces = list(_pieces(text, question.reading.words, lacking))
        known = vocabulary_near(pieces, question.locale)
        for piece in pieces:
            if number < MOST and piece in mended and (better := known.nearest(piece, frame)):
                mended, number = mended.replace(piece, better, 1), number + 1
        if mended != text:
            address = asked.address(text=mended, chosen={})
            return Correction(mended, html_lang_of(question.locale), address)
    return None


def _pieces(text: str, words: Sequence[Word], lacking: Sequence[str]) -> Iterator[str]:
    """Yield what may be misspelt: pieces of the text that hold a lacking word, the longest first.

    A piece begins and ends where words do, for a dictionary cuts what it does not know anywhere.
    """
    folded, at = fold(text), 0
    if len(folded) != len(text):
        return
    begins, ends, wanted = [], [], []
    for word in words:
        begin = folded.find(fold(word.text), at)
        if begin >= 0:
            at = begin + len(word.text)
            begins.append(begin)
            ends.append(at)
            wanted += [begin] if not lacking or word.text in lacking else []
    spans = {(begin, end) for begin in begins[:WORDS] for end in ends[:WORDS] if begin < end}
    for begin, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        piece = text[begin:end]
        shortest = SHORTEST_OF_SIGNS if has_signs(folded[begin:end]) else SHORTEST
        if shortest <= len(piece) <= LONGEST and any(begin <= one < end for one in wanted):
            yield piece
