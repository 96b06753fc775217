"""Which questions may be counted at all, and the key under which they are."""

import re
import unicodedata

from django.utils.crypto import salted_hmac

from tomoni.search.terms.units import folded_form

# Longer ones are letters to the town rather than words that two people share.
LONGEST = 80
KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
# Six figures with nothing but separators between them: telephone, post code, My Number, birthday.
NUMBER = re.compile(r"(?:\d[\s\-‐-―−ー~().,/+・_の]*){6}")
MAIL = re.compile(r"\S\s*@\s*\S|\S[\[(]at[\])]\S", re.IGNORECASE)


def is_personal(text: str) -> bool:
    """Tell whether a text looks as if it names one person: a mail address or a number."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(MAIL.search(plain) or NUMBER.search(plain.translate(KANJI_DIGITS)))


def key_of(text: str, *, locale: str) -> str:
    """Return a keyed hash, the same for all spellings of the words; empty where none may be kept.

    Without the site's secret key nobody can tell which words it stands for.
    """
    if len(text) > LONGEST or is_personal(text):
        return ""
    words = folded_form(text)
    if not words:
        return ""
    return salted_hmac("tomoni.search.asked", f"{locale} {words}", algorithm="sha256").hexdigest()
