"""What two writings of the same words share: the signs without width, blanks and points."""

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Fold a text to what two writings of the same title share."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()


def figures(text: str) -> str:
    """Return nothing but the figures of a text, in their plain form."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isdecimal())
