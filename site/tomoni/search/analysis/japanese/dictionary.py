"""Ask Sudachi, from any thread and with texts of any length."""

import re
import threading
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

try:
    import sudachidict_core  # noqa: F401 -- what `dict="core"` reads
    import sudachipy
except ImportError:  # a small installation: pairs of signs answer
    sudachipy = None

# Sudachi is fastest with some sentences at once: alone a short one takes twice as long, and so does
# each of very many. It refuses more than 49,149 bytes; a sign of kanji has 3, a rare one 4.
BEST_SIGNS, MOST_SIGNS = 1_500, 12_000
STRETCH = re.compile(
    rf".{{1,{BEST_SIGNS}}}(?:(?<=[。！？!?\n])|\Z)"
    rf"|.{{{BEST_SIGNS},{MOST_SIGNS - 1}}}?(?:[。！？!?\n]|\Z)"
    rf"|.{{1,{MOST_SIGNS}}}",
    re.DOTALL,
)
_local = threading.local()


def is_installed() -> bool:
    return sudachipy is not None


def dictionary_version() -> str:
    """Return the versions of the program and its words; both decide about tokens."""
    try:
        return f"{version('sudachipy')} {version('sudachidict-core')}"
    except PackageNotFoundError:
        return ""


def stretches(text: str) -> list[str]:
    """Cut `text` at ends of sentences, and where one is longer than Sudachi takes."""
    if len(text) <= BEST_SIGNS:
        return [text] if text else []
    return STRETCH.findall(text)


def morphemes(stretch: str) -> Iterable["sudachipy.Morpheme"]:
    """Return the longest words (mode C) of sentences without lone surrogates."""
    tokenizer = getattr(_local, "tokenizer", None)
    if tokenizer is None:
        # A tokenizer belongs to one thread, the dictionary to all.
        tokenizer = _local.tokenizer = _dictionary().tokenizer()
    return tokenizer.tokenize(stretch, sudachipy.SplitMode.C)


def units(morpheme: "sudachipy.Morpheme") -> Iterable["sudachipy.Morpheme"]:
    """Return the shortest words (mode A) that a longest one consists of; none where it is one."""
    return morpheme.split(sudachipy.SplitMode.A)


def knows(surface: str) -> bool:
    return any(True for _ in _dictionary().lookup(surface))


@lru_cache
def _dictionary() -> "sudachipy.Dictionary":
    return sudachipy.Dictionary(dict="core")
