"""Keep what is known of each language's part of the index: its analysis, its texts, its words."""

from collections.abc import Iterable

from django.db import transaction

from tomoni.search.models import IndexedLanguage, TermCount
from tomoni.search.services.inserting import insert
from tomoni.search.services.versions import current_version
from tomoni.search.stores.choice import embedded
from tomoni.search.tokenising import identity_of

# A word that stands in one text only is as rare as one that stands in none.
WORTH_COUNTING = 2
LONGEST_TOKEN = 200
# Rarities are counted anew when a tenth of the texts has changed, and not for less than this.
FEWEST_CHANGES = 20
SHARE_OF_CHANGES = 10


def note_language(locales: Iterable[str]) -> None:
    """Remember with which analysis a language's texts are first written."""
    known = set(IndexedLanguage.objects.values_list("locale", flat=True))
    for locale in set(locales) - known:
        IndexedLanguage.objects.get_or_create(
            locale=locale, defaults={"identity": identity_of(locale)}
        )


def count_words(locale: str) -> None:
    """Count anew how rare a language's words are and how long its texts."""
    store, version = embedded(), current_version()
    # Read first: counting takes a while, and nobody who writes should wait for it.
    counts = [
        (locale, token, documents)
        for token, documents in store.vocabulary(locale=locale)
        if documents >= WORTH_COUNTING and len(token) <= LONGEST_TOKEN
    ]
    documents = store.count(locale=locale)
    average = store.average_length(locale=locale)
    with transaction.atomic():
        TermCount.objects.filter(locale=locale).delete()
        insert(TermCount, ("locale", "token", "documents"), counts)
        IndexedLanguage.objects.filter(locale=locale).update(
            documents=documents, average_length=average, counted_at=version
        )


def count_words_where_due() -> None:
    """Count anew in the languages in which much has changed since."""
    version = current_version()
    for language in IndexedLanguage.objects.all():
        enough = max(FEWEST_CHANGES, language.documents // SHARE_OF_CHANGES)
        if version - language.counted_at >= enough or not language.counted_at:
            count_words(language.locale)
