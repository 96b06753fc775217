"""What residents find with a word now, and what they would find with a change of the words."""

from collections.abc import Mapping
from dataclasses import dataclass

from tomoni.languages import html_lang_of
from tomoni.search.models import SearchDocument
from tomoni.search.queries import MAX_LENGTH, Asked, clean
from tomoni.search.selectors.matching import answer
from tomoni.search.selectors.understanding import understand
from tomoni.search.stores.choice import answering
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
    asked = Asked(text=clean(query)[:MAX_LENGTH])
    question = understand(asked, languages=[locale], known_words=lookup).get(locale)
    if question is None:
        return Titles(0, ())
    found = answer(question, answering())
    keys = [one.candidate.pk for one in found.first[:SHOWN]]
    rows = SearchDocument.objects.in_bulk(keys)
    return Titles(found.total, tuple(rows[key].title for key in keys if key in rows))
