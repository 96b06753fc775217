"""Whom somebody means who types a name or a mail address."""

import unicodedata

from django.db.models.functions import Lower

from tomoni.accounts.models import User


def tidy(typed: str) -> str:
    """Turn full-width letters and stray spaces of a Japanese keyboard into what was meant."""
    return unicodedata.normalize("NFKC", typed).strip()


def username_for(typed: str) -> str:
    """Return the user name behind a typed name or mail address, or the tidied text."""
    text = tidy(typed)
    if "@" not in text:
        return text
    owner = User.objects.annotate(mail=Lower("email")).filter(mail=text.lower())
    return owner.values_list("username", flat=True).first() or text
