"""Bring in the starter set: words of municipal life in all languages, written for Tomoni."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from tomoni.search.models import SynonymSet, Term
from tomoni.search.services.terms import save_term
from tomoni.search.starter import StarterSynonyms, StarterTerm, starter_synonyms, starter_terms
from tomoni.search.terms.book import Form
from tomoni.search.terms.generation import WORDS


@dataclass
class Loaded:
    """How many entries were added, renewed, and left alone because an editor changed them."""

    added: int = 0
    renewed: int = 0
    left: int = 0


@transaction.atomic
def load_starter_terms() -> Loaded:
    """Add what is missing and renew what nobody has changed; safe to run again.

    An entry that is as the starter set wrote it last belongs to the set; any other belongs to
    the editor who changed it. One that was deleted comes back, so a town takes its tick away.
    """
    loaded = Loaded()
    terms = {term.slug: term for term in Term.objects.prefetch_related("forms", "glosses")}
    for one in starter_terms():
        _load_term(one, terms.get(one.slug), loaded)
    sets = {row.starter_key: row for row in SynonymSet.objects.exclude(starter_key="")}
    for synonyms in starter_synonyms():
        _load_synonyms(synonyms, sets.get(synonyms.key), loaded)
    WORDS.renew()
    return loaded


def _load_term(one: StarterTerm, term: Term | None, loaded: Loaded) -> None:
    mark = _mark(_told(one.forms), sorted(one.glosses.items()), "", True)
    if _is_settled(term, mark_of_term(term) if term else "", mark, loaded):
        return
    term = term or Term(slug=one.slug)
    term.starter_mark = mark
    save_term(term=term, forms=one.forms, glosses=one.glosses)


def _load_synonyms(one: StarterSynonyms, row: SynonymSet | None, loaded: Loaded) -> None:
    fresh = SynonymSet(
        pk=row.pk if row else None,
        locale=one.locale,
        direction=SynonymSet.Direction.ONE_WAY if one.also else SynonymSet.Direction.EQUAL,
        words="\n".join(one.words),
        also="\n".join(one.also),
        starter_key=one.key,
    )
    fresh.starter_mark = _mark_of_set(fresh)
    if not _is_settled(row, _mark_of_set(row) if row else "", fresh.starter_mark, loaded):
        fresh.save()


def _is_settled(found: Term | SynonymSet | None, present: str, wanted: str, loaded: Loaded) -> bool:
    """Say whether nothing is to be written, and count what happens."""
    if found is None:
        loaded.added += 1
        return False
    if found.starter_mark != present:
        loaded.left += 1
        return True
    if present == wanted:
        return True
    loaded.renewed += 1
    return False


def mark_of_term(term: Term) -> str:
    """Return what a term says now, to be compared with what the starter set wrote."""
    rows = sorted(term.forms.all(), key=lambda row: (not row.is_preferred, row.pk))
    forms = [Form(row.locale, row.text, row.reading) for row in rows]
    glosses = sorted((row.locale, row.text) for row in term.glosses.all())
    return _mark(_told(forms), glosses, term.note, term.is_active)


def _mark_of_set(row: SynonymSet) -> str:
    words = (row.word_list, row.also_list)
    return _mark(row.locale, row.direction, *words, row.note, row.is_active)


def _told(forms: Iterable[Form]) -> list[Sequence[str]]:
    """Return forms by language, each language's in their order."""
    told = [(form.locale, form.text, form.reading) for form in forms]
    return sorted(told, key=lambda form: form[0])


def _mark(*content: object) -> str:
    told = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
