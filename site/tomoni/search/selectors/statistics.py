"""How rare tokens are in a language, and how long its texts."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Q

from tomoni.search.models import IndexedLanguage, TermCount
from tomoni.search.ranking import Collection
from tomoni.search.stores.choice import embedded


def collections(wanted: Mapping[str, Iterable[str]]) -> dict[str, Collection]:
    """Return what is known of the tokens of some languages; two questions for all of them.

    Tokens that were not there when rarities were last counted are rare or new: the index itself
    is asked for these, so that what was published a moment ago is found.
    """
    languages = {one.locale: one for one in IndexedLanguage.objects.filter(locale__in=wanted)}
    asked = [Q(locale=locale, token__in=list(tokens)) for locale, tokens in wanted.items()]
    rows = TermCount.objects.filter(reduce(or_, asked)) if asked else TermCount.objects.none()
    documents: dict[str, dict[str, int]] = {locale: {} for locale in wanted}
    for locale, token, count in rows.values_list("locale", "token", "documents"):
        documents[locale][token] = count
    for locale, tokens in wanted.items():
        missing = [token for token in tokens if token not in documents[locale]]
        documents[locale].update(embedded().documents(missing, locale=locale))
    return {locale: _collection(documents[locale], languages.get(locale)) for locale in wanted}


def _collection(documents: Mapping[str, int], language: IndexedLanguage | None) -> Collection:
    return Collection(
        documents=documents,
        total=max(language.documents if language else 0, *documents.values(), 1),
        average_length=max(language.average_length if language else 0.0, 1.0),
    )
