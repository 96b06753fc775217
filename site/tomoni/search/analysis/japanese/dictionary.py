"""Ask Sudachi, from any thread and with texts of any length."""

import re
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

try:
    import sudachidict_core  # noqa: F401 -- what `dict="core"` reads
    import sudachipy
except ImportError:  # a small installation: pairs of signs answer
    sudachipy = None

# Sudachi refuses more than 49,149 bytes; a sign of kanji has 3, a rare one 4.
MOST_SIGNS = 12_000
SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
_local = threading.local()


def is_installed() -> bool:
    return sudachipy is not None


def dictionary_version() -> str:
    """Return the versions of the program and its words; both decide about tokens."""
    try:
        return f"{version('sudachipy')} {version('sudachidict-core')}"
    except PackageNotFoundError:
        return ""


def sentences(text: str) -> Iterator[str]:
    """Cut `text` at the ends of sentences, and where one is longer than Sudachi takes."""
    for match in SENTENCE.finditer(text):
        sentence = match.group()
        for begin in range(0, len(sentence), MOST_SIGNS):
            yield sentence[begin : begin + MOST_SIGNS]


def morphemes(sentence: str) -> Iterable["sudachipy.Morpheme"]:
    """Return the longest words (mode C) of a sentence without lone surrogates."""
    tokenizer = getattr(_local, "tokenizer", None)
    if tokenizer is None:
        # A tokenizer belongs to one thread, the dictionary to all.
        tokenizer = _local.tokenizer = _dictionary().tokenizer()
    return tokenizer.tokenize(sentence, sudachipy.SplitMode.C)


def units(morpheme: "sudachipy.Morpheme") -> Iterable["sudachipy.Morpheme"]:
    """Return the shortest words (mode A) that a longest one consists of; none where it is one."""
    return morpheme.split(sudachipy.SplitMode.A)


def knows(surface: str) -> bool:
    return any(True for _ in _dictionary().lookup(surface))


@lru_cache
def _dictionary() -> "sudachipy.Dictionary":
    return sudachipy.Dictionary(dict="core")
