"""How beginnings of titles lie in the database: their bytes, their first signs, their order."""

from tomoni.search.analysis.runs import RUN_ON
from tomoni.search.analysis.tokens import Tier

# Signs that are kept; whoever typed more is compared with the titles themselves.
KEPT_SIGNS = 24
# What stands behind every key that begins with a prefix: no byte of UTF-8 is as great.
BEHIND = b"\xff"

NOT_FIRST = 10_000_000
HEAVIEST, STEPS, LONGEST = 10.0, 100, 999


def head_of(key: str) -> str:
    """Return the first signs of a key, by which the shortest questions are answered."""
    return key[: head_length(key)]


def head_length(key: str) -> int:
    """Return of how many signs a head is: of one, or where signs are letters of two."""
    if key.startswith(Tier.READING.value):
        return 3
    return 1 if RUN_ON.match(key) else 2


def stored(key: str) -> bytes:
    """Return a key or a prefix as it is compared."""
    return key[:KEPT_SIGNS].encode("utf-8", "replace")


def rank_of(*, is_first: bool, boost: float, length: int) -> int:
    """Return the place in the order: titles that begin so, then the heavier, then the shorter."""
    lightness = round((HEAVIEST - min(max(boost, 0.0), HEAVIEST)) * STEPS)
    return (0 if is_first else NOT_FIRST) + lightness * (LONGEST + 1) + min(length, LONGEST)
