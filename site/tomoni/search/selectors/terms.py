"""What else the words of a query are called: the term base and the synonym table as one lookup."""

from threading import Lock
from typing import Any

from django.db.models import Q, QuerySet

from tomoni.search.analysis.folding import fold
from tomoni.search.models import SynonymSet, Term, TermForm
from tomoni.search.terms.book import Book, Concept, Form, Synonyms, language_of
from tomoni.search.terms.generation import WORDS
from tomoni.search.terms.lookup import Expansion, Lookup
from tomoni.search.terms.units import folded_form

# The lookup of this process, with the generation it was made for.
_kept: tuple[Any, Lookup] | None = None
_making = Lock()


def expansions(text: str, *, into: str) -> tuple[Expansion, ...]:
    """Return other words of language `into` for what a query names, in the query's order.

    Asks the database nothing, unless an editor has changed a word since the last time.
    """
    return lookup().expansions(text, into=into)


def lookup() -> Lookup:
    """Return the lookup of all words in use; made anew where they have changed."""
    global _kept  # noqa: PLW0603 -- one for all threads of the process
    present = WORDS.present()
    kept = _kept
    if kept is None or kept[0] != present:
        with _making:
            kept = _kept
            if kept is None or kept[0] != present:
                kept = _kept = (present, Lookup(book()))
    return kept[1]


def book() -> Book:
    """Read all words that are in use, in two questions to the database."""
    rows = TermForm.objects.filter(term__is_active=True).order_by(
        "term__slug", "locale", "-is_preferred", "pk"
    )
    forms: dict[str, list[Form]] = {}
    for slug, locale, text, reading in rows.values_list("term__slug", "locale", "text", "reading"):
        forms.setdefault(slug, []).append(Form(locale, text, reading))
    sets = SynonymSet.objects.filter(is_active=True)
    return Book(
        tuple(Concept(slug, tuple(said)) for slug, said in forms.items()),
        tuple(synonyms_of(one) for one in sets),
    )


def synonyms_of(one: SynonymSet) -> Synonyms:
    """Return a set as it is looked up; words of easy Japanese and of Japanese are the same."""
    return Synonyms(one.pk or 0, language_of(one.locale), one.word_list, one.also_list)


def concept_of(term: Term) -> Concept:
    """Return a term as it is looked up; without forms where it is not in use."""
    rows = term.forms.all() if term.pk and term.is_active else ()
    forms = sorted(rows, key=lambda row: (row.locale, not row.is_preferred, row.pk))
    return Concept(term.slug, tuple(Form(row.locale, row.text, row.reading) for row in forms))


def terms_matching(typed: str, *, among: QuerySet[Term]) -> QuerySet[Term]:
    """Return the terms with a word that holds what was typed, however it is written."""
    key = folded_form(typed)
    if not key:
        return among.none()
    said = Q(folded__contains=key) | Q(reading__contains=fold(typed))
    found = TermForm.objects.filter(said).values("term")
    return among.filter(Q(pk__in=found) | Q(slug__icontains=typed))
