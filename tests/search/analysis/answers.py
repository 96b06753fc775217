"""Whether a text answers to a query, as a store would find out from their tokens."""

from collections import Counter
from collections.abc import Sequence

from tomoni.search.analysis import analyser_for
from tomoni.search.analysis.settling import settle
from tomoni.search.analysis.tokens import Reading, Word
from tomoni.search.ranking.matching import Found, needles_of
from tomoni.search.stores.protocol import Streams
from tomoni.search.streams import streams_of


def reading_of(locale: str, typed: str) -> Reading:
    return analyser_for(locale).read(typed)


def words_of(locale: str, typed: str) -> list[str]:
    return [word.text for word in reading_of(locale, typed).words]


def answers(locale: str, typed: str, text: str, *, beside: Sequence[str] = ()) -> bool:
    """Tell whether `text` answers to all words; `beside` is what else the index holds."""
    analyser = analyser_for(locale)
    documents = Counter(token for one in beside or [text] for token in set(analyser.tokens(one)))
    reading = settle(analyser.read(typed), documents)
    streams = streams_of(analyser, title="", passages=[text])
    return bool(reading.words) and all(_stands(word, streams.body) for word in reading.words)


def _stands(word: Word, body: str) -> bool:
    needles = needles_of(t for way in word.ways for phrase in way.phrases for t in phrase)
    return Found(Streams(body=body), needles).nearest(word.ways) is not None
