"""Wagtail's backend for SQLite, asked in expressions of FTS5."""

from typing import Any

from django.db.models import Value
from modelsearch.backends.database.sqlite.query import (
    BM25,
    LexemeCombinable,
    SearchQueryExpression,
    SearchQueryField,
)
from modelsearch.backends.database.sqlite.query import SQLiteFTSIndexEntry as Rows
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from tomoni.search.backend.asking import Every, Part, Phrase
from tomoni.search.backend.indexes import AnalysedIndex
from tomoni.search.backend.letters import NOWHERE
from tomoni.search.backend.reading import BeginningsReader, WordsReader

# What a word in a title weighs against one in the text; the columns are autocomplete, body, title.
WEIGHTS = "1.0, 1.0, 10.0"


def written(part: Part | None) -> str:
    """Return a part as FTS5 wants it; all that is typed is letters by now."""
    if part is None:
        return f'"{NOWHERE}"'
    if isinstance(part, Phrase):
        return f'"{" ".join(part.words)}"{" *" if part.is_open else ""}'
    sign = " AND " if isinstance(part, Every) else " OR "
    return f"({sign.join(map(written, part.parts))})"


class Ready(LexemeCombinable, Value):
    """An expression that is written already."""

    _output_field = SearchQueryField()

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        del compiler, connection
        return "%s", [self.value]


class TitleFirst(BM25):
    """FTS5's measure, with titles before texts."""

    def as_sql(self, *_args: Any, **_kwargs: Any) -> Any:
        return f"bm25({Rows._meta.db_table}, {WEIGHTS})", []  # noqa: SLF001


class _Compiler:
    """The part of both compilers that is ours."""

    fields: Any
    FTS_TABLE_FIELDS: Any

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if self.is_typed(query):  # type: ignore[attr-defined]
            return SearchQueryExpression(Ready(written(self.part_of(query))), config=config)  # type: ignore[attr-defined]
        return super().build_search_query_content(query, config=config)  # type: ignore[misc]

    def build_tsrank(self, vector: Any, query: Any, config: Any = None, boost: float = 1.0) -> Any:
        del vector, query, config
        return TitleFirst() * boost

    def _build_rank_expression(self, vectors: Any, config: Any) -> Any:
        del vectors, config
        return TitleFirst()

    def search(self, config: Any, start: Any, stop: Any, score_field: Any = None) -> Any:
        chosen, self.fields = self.fields, self.columns()
        try:
            return super().search(config, start, stop, score_field=score_field)  # type: ignore[misc]
        finally:
            self.fields = chosen

    def columns(self) -> list[str]:
        """Return the columns of the table that hold the fields that are asked for."""
        everywhere: list[str] = self.FTS_TABLE_FIELDS
        if self.fields is None or len(everywhere) == 1:
            return everywhere
        wanted = {"title" if name == "title" else "body" for name in self.fields}
        return [column for column in everywhere if column in wanted]


class WordsCompiler(_Compiler, WordsReader, SQLiteSearchQueryCompiler):
    """Whole words."""


class BeginningsCompiler(_Compiler, BeginningsReader, SQLiteAutocompleteQueryCompiler):
    """Words that go on."""


class Index(AnalysedIndex, SQLiteIndex):
    """Wagtail's table, with tokens."""


class SqliteBackend(SQLiteSearchBackend):
    """Wagtail's search on SQLite."""

    index_class = Index
    query_compiler_class = WordsCompiler
    autocomplete_query_compiler_class = BeginningsCompiler
