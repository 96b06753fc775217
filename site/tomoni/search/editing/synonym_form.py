"""The form of a set of words that mean the same."""

from django import forms

from tomoni.languages import LANGUAGES
from tomoni.search.editing.effects import EffectForm
from tomoni.search.models import SynonymSet
from tomoni.search.selectors.effects import Effect, effects_of
from tomoni.search.selectors.terms import book, lookup, synonyms_of
from tomoni.search.terms.book import Synonyms
from tomoni.search.terms.lookup import Lookup


class LocaleSelect(forms.Select):
    """The languages, which stand here and not in the field, so that none needs a migration."""

    def __init__(self) -> None:
        super().__init__(choices=[(one.code, one.own_name) for one in LANGUAGES])


class SynonymEditForm(EffectForm):
    """Words, direction, and what they would change."""

    instance: SynonymSet

    def effects_now(self) -> tuple[Effect, ...]:
        # Django's check has put what was typed onto the instance, which is not saved.
        typed = synonyms_of(self.instance)
        if not self.instance.is_active:
            typed = Synonyms(typed.key, typed.locale, ())
        then = Lookup(book().with_synonyms(typed))
        words = (*self.instance.word_list, *self.instance.also_list)
        queries = self.tried_or(dict.fromkeys(words, self.instance.locale))
        return effects_of(queries, locale=self.instance.locale, now=lookup(), then=then)
