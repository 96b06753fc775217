"""The form of a term: for each language a field with its words, one a line."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tomoni.languages import LANGUAGES
from tomoni.search.editing.effects import EffectForm
from tomoni.search.models import Term
from tomoni.search.models.terms import is_hiragana
from tomoni.search.selectors.effects import Effect, effects_of
from tomoni.search.selectors.terms import book, lookup
from tomoni.search.services import save_term
from tomoni.search.terms.book import Concept, Form, language_of, read_form, read_lines
from tomoni.search.terms.lookup import Lookup
from tomoni.search.terms.units import folded_form, units_of

LONGEST_WORD = 200
CODES = tuple(language.code for language in LANGUAGES)
ONE_A_LINE = _("One word a line. The first is the one that residents are shown.")
WITH_READING = _(
    "One word a line, with its reading in brackets: 自治会（じちかい）. "
    "The first is the one that residents are shown."
)


def words_field(code: str) -> str:
    """Return the name of the field with a language's words."""
    return f"words_{code.replace('-', '_')}"


def gloss_field(code: str) -> str:
    """Return the name of the field with a language's explanation."""
    return f"gloss_{code.replace('-', '_')}"


def _declared() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for code in CODES:
        fields[words_field(code)] = forms.CharField(
            label=_("What people say"),
            required=code == settings.LANGUAGE_CODE,
            help_text=WITH_READING if language_of(code) == "ja" else ONE_A_LINE,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        fields[gloss_field(code)] = forms.CharField(
            label=_("Explanation"), required=False, widget=forms.Textarea(attrs={"rows": 2})
        )
    return fields


# A class of its own, for Django takes fields only from the body of a class.
_Words: Any = type("_Words", (EffectForm,), {**_declared(), "__module__": __name__})


class TermEditForm(_Words):
    """All that a term is called, in one form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The form's own check puts what was typed onto the instance.
        self.slug_before = self.instance.slug
        self.fields["slug"].error_messages["invalid"] = gettext(
            "Write the key with Latin letters, figures and hyphens only."
        )
        if self.instance.pk:
            rows = sorted(self.instance.forms.all(), key=lambda row: not row.is_preferred)
            for code in CODES:
                lines = [Form(code, r.text, r.reading).written for r in rows if r.locale == code]
                self.initial[words_field(code)] = "\n".join(lines)
            for gloss in self.instance.glosses.all():
                self.initial[gloss_field(gloss.locale)] = gloss.text

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for code in CODES:
            complaint = _complaint(self._forms_in(code))
            if complaint:
                self.add_error(words_field(code), complaint)
        return cleaned

    def save(self, commit: bool = True) -> Term:
        term: Term = super().save(commit=False)
        if commit:
            save_term(term=term, forms=self.words(), glosses=self._glosses())
        return term

    def words(self) -> tuple[Form, ...]:
        """Return all forms of all languages, as they were typed."""
        return tuple(form for code in CODES for form in self._forms_in(code))

    def effects_now(self) -> tuple[Effect, ...]:
        words = self.words() if self.cleaned_data["is_active"] else ()
        concept = Concept(self.cleaned_data["slug"], words)
        then = Lookup(book().with_concept(concept, instead_of=self.slug_before))
        own = {f.text: f.locale for f in self.words() if f.locale == settings.LANGUAGE_CODE}
        shown = {form.locale: form.text for form in reversed(self.words())}
        queries = self.tried_or(own | {shown[code]: code for code in CODES if code in shown})
        return effects_of(queries, locale=settings.LANGUAGE_CODE, now=lookup(), then=then)

    def _forms_in(self, code: str) -> tuple[Form, ...]:
        typed = self.cleaned_data.get(words_field(code), "")
        return tuple(read_form(code, line) for line in read_lines(typed))

    def _glosses(self) -> dict[str, str]:
        return {code: self.cleaned_data[gloss_field(code)].strip() for code in CODES}


def _complaint(said: tuple[Form, ...]) -> str:
    """Say what is wrong with the first bad word, or nothing."""
    known: dict[str, str] = {}
    for form in said:
        key = folded_form(form.text)
        if not key:
            told = gettext("“%(word)s” holds nothing that can be looked for.")
        elif len(form.text) > LONGEST_WORD or len(form.reading) > LONGEST_WORD:
            told = gettext("“%(word)s” is too long for a word.")
        elif any(unit.after_stop for unit in units_of(form.text)):
            told = gettext(
                "“%(word)s” holds a sign, such as a bracket or a comma, across which no word is "
                "recognised. Write the words on two lines, or leave the sign out."
            )
        elif form.reading and not is_hiragana.regex.search(form.reading):  # type: ignore[union-attr]
            told = gettext("The reading of “%(word)s” must be in hiragana only.")
        elif key in known:
            told = gettext("“%(word)s” and “%(other)s” are the same to the search; keep one.")
        else:
            known[key] = form.text
            continue
        return told % {"word": form.text, "other": known.get(key, "")}
    return ""
