"""How rare tokens are in a language, and how long its texts."""

from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import Model

from tomoni.search.models import IndexedLanguage, TermCount
from tomoni.search.ranking import Collection
from tomoni.search.stores.batches import marks
from tomoni.search.stores.choice import embedded


def collections(wanted: Mapping[str, Iterable[str]]) -> dict[str, Collection]:
    """Return what is known of the tokens of some languages; two questions for all of them.

    Tokens that were not there when rarities were last counted are rare or new: the index itself
    is asked for these, so that what was published a moment ago is found.
    """
    asked = {locale: frozenset(tokens) for locale, tokens in wanted.items()}
    documents: dict[str, dict[str, int]] = {locale: {} for locale in asked}
    for locale, token, count in _counts({one: held for one, held in asked.items() if held}):
        documents[locale][token] = count
    languages = _languages(asked)
    for locale, tokens in asked.items():
        if missing := tokens - documents[locale].keys():
            documents[locale].update(embedded().documents(missing, locale=locale))
    return {locale: _collection(documents[locale], languages.get(locale)) for locale in asked}


def _collection(documents: Mapping[str, int], language: tuple[int, float] | None) -> Collection:
    total, average_length = language or (0, 0.0)
    return Collection(
        documents=documents,
        total=max(total, *documents.values(), 1),
        average_length=max(average_length, 1.0),
    )


# Every search begins with these two questions: writing them out spares half a millisecond each.
def _counts(asked: Mapping[str, Several[str]]) -> list[tuple[str, str, int]]:
    if not asked:
        return []
    clauses = [f"(locale = %s AND token IN ({marks(list(held))}))" for held in asked.values()]
    values = [value for locale, held in asked.items() for value in (locale, *held)]
    return _rows(TermCount, "locale, token, documents", " OR ".join(clauses), values)


def _languages(locales: Several[str]) -> dict[str, tuple[int, float]]:
    if not locales:
        return {}
    where = f"locale IN ({marks(list(locales))})"
    rows = _rows(IndexedLanguage, "locale, documents, average_length", where, list(locales))
    return {locale: (documents, length) for locale, documents, length in rows}


# Any: what comes out of a cursor has no types.
def _rows(model: type[Model], columns: str, where: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {model._meta.db_table} WHERE {where}", values)  # noqa: S608, SLF001
        return list(cursor.fetchall())
