"""Wagtail's backend for PostgreSQL, asked in `tsquery`."""

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.backends.database.postgres.query import Lexeme

from tomoni.search.backend.asking import Every, Part, Phrase
from tomoni.search.backend.indexes import AnalysedIndex
from tomoni.search.backend.letters import NOWHERE
from tomoni.search.backend.reading import BeginningsReader, WordsReader

CONFIG = "simple"
# What a word in a title weighs against one in the text; that a title is short only adds to it.
IN_TITLE = 10.0


def written(part: Part | None) -> str:
    """Return a part as `to_tsquery` wants it; all that is typed is letters by now."""
    if part is None:
        return NOWHERE
    if isinstance(part, Phrase):
        return f"({' <-> '.join(part.words)}{':*' if part.is_open else ''})"
    sign = " & " if isinstance(part, Every) else " | "
    return f"({sign.join(map(written, part.parts))})"


class Ready(Lexeme):
    """An expression that is written already."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        del compiler, connection
        return "%s", [f"!{self.value}" if self.invert else self.value]


class _Compiler:
    """The part of both compilers that is ours."""

    fields: Any

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if self.is_typed(query):  # type: ignore[attr-defined]
            ready = Ready(written(self.part_of(query)), invert=invert)  # type: ignore[attr-defined]
            return SearchQuery(ready, search_type="raw", config=config)
        return super().build_tsquery_content(query, config=config, invert=invert)  # type: ignore[misc]


class WordsCompiler(_Compiler, WordsReader, PostgresSearchQueryCompiler):
    """Whole words."""

    def get_index_vectors(self, search_query: Any) -> Any:
        (title, norm), body = super().get_index_vectors(search_query)
        return [(title, norm + IN_TITLE), body]

    def get_fields_vectors(self, search_query: Any) -> Any:
        # The index knows titles and all the rest; the columns themselves hold no tokens.
        names = {"title" if name == "title" else "body" for name in self.fields}
        every = dict(zip(("title", "body"), self.get_index_vectors(search_query), strict=True))
        return [every[name] for name in ("title", "body") if name in names]


class BeginningsCompiler(_Compiler, BeginningsReader, PostgresAutocompleteQueryCompiler):
    """Words that go on."""

    def get_fields_vectors(self, search_query: Any) -> Any:
        del search_query
        return [(F("index_entries__autocomplete"), 1.0)]


class Index(AnalysedIndex, PostgresIndex):
    """Wagtail's table, with tokens."""


class PostgresBackend(PostgresSearchBackend):
    """Wagtail's search on PostgreSQL."""

    index_class = Index
    query_compiler_class = WordsCompiler
    autocomplete_query_compiler_class = BeginningsCompiler

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({**params, "SEARCH_CONFIG": CONFIG})
