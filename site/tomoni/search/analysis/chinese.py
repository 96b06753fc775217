"""Fold traditional Chinese signs to simplified ones, one sign to one sign."""

from functools import lru_cache

import opencc

HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x2A6E0))


def simplified(text: str) -> str:
    return text.translate(_table())


@lru_cache
def _table() -> dict[int, str]:
    # Each sign by itself: with words OpenCC would choose by what stands around, and the places
    # of signs would be lost.
    signs = [chr(number) for block in HAN for number in block]
    simple = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    pairs = zip(signs, simple, strict=True)
    return {ord(sign): one for sign, one in pairs if sign != one and len(one) == 1}


def chinese_version() -> str:
    return str(opencc.__version__)
