"""Reading what is typed into Wagtail's searches, the same for both databases."""

from typing import Any

from modelsearch.query import Phrase as PhraseTyped
from modelsearch.query import PlainText

from tomoni.search.backend.asking import Part, beginnings_asked, phrase_asked, words_asked
from tomoni.search.backend.languages import languages_of


class WordsReader:
    """Reads words that are whole."""

    asked = staticmethod(words_asked)
    queryset: Any

    def is_typed(self, query: Any) -> bool:
        """Tell whether a query is words that somebody typed, and no combination of queries."""
        return isinstance(query, PlainText | PhraseTyped)

    def part_of(self, query: Any) -> Part | None:
        """Return what such a query asks for; nothing where it holds no word."""
        if not hasattr(self, "_languages"):
            self._languages = languages_of(self.queryset)
        typed = str(query.query_string)
        if isinstance(query, PhraseTyped):
            return phrase_asked(typed, languages=self._languages)
        wants_all = query.operator.lower() != "or"
        return self.asked(typed, languages=self._languages, wants_all=wants_all)


class BeginningsReader(WordsReader):
    """Reads words of which the last may go on."""

    asked = staticmethod(beginnings_asked)
