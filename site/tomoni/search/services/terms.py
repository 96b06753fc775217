"""Write the term base: a term with all that it is called, at once."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from tomoni.search.models import Term, TermForm, TermGloss
from tomoni.search.terms.book import Form
from tomoni.search.terms.generation import WORDS
from tomoni.search.terms.units import folded_form


@transaction.atomic
def save_term(*, term: Term, forms: Sequence[Form], glosses: Mapping[str, str]) -> Term:
    """Save a term with these forms and no others; of each language the first is the one shown."""
    term.save()
    term.forms.all().delete()
    term.glosses.all().delete()
    shown: set[str] = set()
    rows = []
    for form in forms:
        preferred = form.locale not in shown
        shown.add(form.locale)
        rows.append(
            TermForm(
                term=term,
                locale=form.locale,
                text=form.text,
                reading=form.reading,
                is_preferred=preferred,
                folded=folded_form(form.text),
            )
        )
    TermForm.objects.bulk_create(rows)
    TermGloss.objects.bulk_create(
        TermGloss(term=term, locale=locale, text=text) for locale, text in glosses.items() if text
    )
    # A list that was read with the term before shows what was.
    term.__dict__.pop("_prefetched_objects_cache", None)
    WORDS.renew()
    return term
