"""What stores accept as tokens: anything else is left out of texts and matches nothing in queries.

Analysers give sound tokens only. Stores check all the same, for a token that a database reads as
syntax, or cannot hold at all, would take a whole answer or a whole change with it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tomoni.search.analysis.tokens import Phrase, Way, Word
from tomoni.search.stores.protocol import PASSAGE, Streams

# Longer ones are no words; PostgreSQL refuses them from 2,047 bytes.
LONGEST = 500

# ASCII but small letters and digits, and halves of characters, which UTF-8 has no bytes for.
_UNSOUND = r"\x00-\x1f!-/:-`{-\x7f\ud800-\udfff"
_bad_token = re.compile(f"[ {_UNSOUND}]")
# One by one: together they take four times as long.
_bad_sign = re.compile(f"[{_UNSOUND}]")
_too_long = re.compile(f"[^ ]{{{LONGEST + 1}}}")

# What one question may hold, so that no query keeps a database busy for long.
MOST_WORDS = 50
MOST_WAYS = 400


def is_sound(token: str) -> bool:
    return 0 < len(token) <= LONGEST and PASSAGE not in token and not _bad_token.search(token)


def sound_streams(streams: Streams) -> Streams:
    """Return streams without the tokens that no store can hold; mostly, the same."""
    if streams.is_sound:
        return streams
    return replace(
        streams,
        title=_sound_stream(streams.title),
        headings=_sound_stream(streams.headings),
        body=_sound_stream(streams.body),
        is_sound=True,
    )


def sound_words(words: tuple[Word, ...]) -> tuple[tuple[Way, ...], ...] | None:
    """Return the ways of each word that texts can answer to; None where a word has none.

    A text must answer to each word: with one that nothing can match, no text answers.
    """
    found = tuple(
        tuple(way for way in word.ways[:MOST_WAYS] if way.phrases and all(map(_sound, way.phrases)))
        for word in words[:MOST_WORDS]
    )
    return found if found and all(found) else None


def answers(words: Iterable[Sequence[Way]], streams: Streams) -> bool:
    """Say whether a text answers to all words, as a store would."""
    text = f" {streams.title} {PASSAGE} {streams.headings} {PASSAGE} {streams.body} "
    return all(
        any(all(f" {' '.join(phrase)} " in text for phrase in way.phrases) for way in word)
        for word in words
    )


def _sound(phrase: Phrase) -> bool:
    return bool(phrase) and all(map(is_sound, phrase))


def _sound_stream(stream: str) -> str:
    if not (
        _bad_sign.search(stream)
        or _too_long.search(stream)
        or "  " in stream
        or stream.startswith(" ")
        or stream.endswith(" ")
    ):
        return stream
    return " ".join(token for token in stream.split(" ") if token == PASSAGE or is_sound(token))
