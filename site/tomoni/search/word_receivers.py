"""Let the search know at once when an editor has changed a word."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from tomoni.search.models import SynonymSet, Term, TermForm
from tomoni.search.terms.generation import WORDS


def forget(sender: Any, **kwargs: Any) -> None:
    del sender, kwargs
    WORDS.renew()


def connect() -> None:
    """Listen; called once, when the app is ready."""
    for model in (SynonymSet, Term, TermForm):
        post_save.connect(forget, sender=model, dispatch_uid=f"tomoni-words-saved-{model}")
        post_delete.connect(forget, sender=model, dispatch_uid=f"tomoni-words-deleted-{model}")
