"""Offer the ways in which a run of kana may be the readings of one word or of several."""

from collections.abc import Iterator

from tomoni.search.analysis.tokens import Reason, Tier, Way

SHORTEST, LONGEST = 2, 20
VOICED = dict(
    zip(
        "ぱぴぷぺぽがぎぐげござじずぜぞだぢづでどばびぶべぼ",
        "はひふへほかきくけこさしすせそたちつてとはひふへほ",
        strict=True,
    )
)


def readings_of(kana: str) -> tuple[Way, ...]:
    """Return ways by readings: the whole, then every split in two and in three pieces."""
    if not SHORTEST <= len(kana) <= LONGEST:
        return ()
    return tuple(
        Way(tuple((Tier.READING.mark(piece),) for piece in pieces), Reason.READING)
        for pieces in _splits(kana)
    )


def _splits(kana: str) -> Iterator[tuple[str, ...]]:
    """Yield a run whole, in two and in three; voiced signs within may be plain by themselves."""
    length = len(kana)
    yield (kana,)
    for at in range(SHORTEST, length):
        if kana[at] in VOICED:
            yield (kana[:at] + _plain(kana[at:]),)
    for first in range(SHORTEST, length - SHORTEST + 1):
        for rest in dict.fromkeys((kana[first:], _plain(kana[first:]))):
            yield kana[:first], rest
    for first in range(SHORTEST, length - 2 * SHORTEST + 1):
        for second in range(first + SHORTEST, length - SHORTEST + 1):
            yield kana[:first], kana[first:second], kana[second:]


def voiced(kana: str) -> str:
    """Return what a word may be at the end of a compound: 所 is しょ, in 避難所 it is じょ."""
    return {plain: one for one, plain in VOICED.items()}.get(kana[0], kana[0]) + kana[1:]


def _plain(kana: str) -> str:
    """Return what a word in a compound is by itself: ひなんじょ ends in しょ."""
    return VOICED.get(kana[0], kana[0]) + kana[1:]
