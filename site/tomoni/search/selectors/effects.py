"""What residents find with a word now, and what they would find with a change of the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from tomoni.languages import html_lang_of
from tomoni.search.models import SearchEntry
from tomoni.search.queries import read_query
from tomoni.search.selectors.finding import matching, ranked
from tomoni.search.terms.lookup import Lookup

SHOWN = 5


@dataclass(frozen=True)
class Titles:
    """How many texts are found, and the first titles."""

    count: int
    first: tuple[str, ...]


@dataclass(frozen=True)
class Effect:
    """What one query finds with the words as they are, and with those of an edited form.

    `spoken` is the query's language, empty where nobody knows.
    """

    query: str
    spoken: str
    now: Titles
    then: Titles

    @property
    def changes(self) -> bool:
        return self.now != self.then

    @property
    def html_lang(self) -> str:
        return html_lang_of(self.spoken)

    @property
    def new(self) -> tuple[str, ...]:
        """The titles among the first that are found only with the change."""
        return tuple(title for title in self.then.first if title not in self.now.first)


def effects_of(
    queries: Mapping[str, str], *, locale: str, now: Lookup, then: Lookup
) -> tuple[Effect, ...]:
    """Return the effect on each query (query → its language) among the texts of a language."""
    return tuple(
        Effect(
            query,
            spoken,
            found_titles(query, locale=locale, lookup=now),
            found_titles(query, locale=locale, lookup=then),
        )
        for query, spoken in queries.items()
    )


def found_titles(query: str, *, locale: str, lookup: Lookup) -> Titles:
    """Return what a query finds among the texts of a language, with the words of a lookup.

    The one place where the preview asks the search.
    """
    condition = Q(pk__in=())
    for variant in _variants(query, locale=locale, lookup=lookup):
        rows = matching(query=read_query(variant))
        condition |= Q(pk__in=rows.values("pk"))
    found = SearchEntry.objects.filter(condition, locale=locale)
    titles = ranked(found, query=read_query(query), language=locale).values_list("title", flat=True)
    return Titles(found.count(), tuple(titles[:SHOWN]))


def _variants(query: str, *, locale: str, lookup: Lookup) -> Iterator[str]:
    """Yield the query, and the query with each other word in the place of its piece."""
    yield query
    for expansion in lookup.expansions(query, into=locale):
        for form in expansion.forms:
            yield f"{query[: expansion.begin]} {form} {query[expansion.end :]}"
