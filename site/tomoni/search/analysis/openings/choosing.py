"""Choose how a locale's titles are met."""

from collections.abc import Callable
from functools import lru_cache

from tomoni.search.analysis.chinese import simplified
from tomoni.search.analysis.japanese.dictionary import is_installed
from tomoni.search.analysis.nepali import keys

from .japanese import JapaneseOpener
from .opening import Opener
from .signs import KoreanOpener, SignOpener
from .spaced import SpacedOpener

# Raise with each change of a rule that makes other keys: they are then made anew.
RULES = 1


@lru_cache
def opener_for(locale: str) -> Opener:
    """Return the opener of a locale's language, or for an unknown one that of words in spaces."""
    language = locale.lower().replace("_", "-").partition("-")[0]
    return OPENERS.get(language, SpacedOpener)()


def openings_identity() -> str:
    """Return the version of all that decides about keys, beside the analysis itself."""
    return f"openings {RULES}"


OPENERS: dict[str, Callable[[], Opener]] = {
    "ja": lambda: JapaneseOpener() if is_installed() else SignOpener(),
    "zh": lambda: SignOpener(simplified),
    "ko": KoreanOpener,
    "ne": lambda: SpacedOpener(keys),
}
