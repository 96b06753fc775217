"""Documents and questions in short, for the tests of stores."""

from datetime import UTC, datetime

from tomoni.search.analysis.tokens import Way, Word
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Store, Streams, Wanted


def text(
    pk: int, body: str = "", *, title: str = "", headings: str = "", version: int = 1, **more
) -> IndexedDocument:
    """Return a document; its length is its number of tokens."""
    length = len(f"{title} {headings} {body}".split())
    streams = Streams(title=title, headings=headings, body=body, length=length)
    return IndexedDocument(pk=pk, version=version, streams=streams, **{"locale": "ja", **more})


def word(*ways: str) -> Word:
    """Return a word: each way has its phrases divided by `+`, their tokens by spaces."""
    return Word(
        text=ways[0],
        ways=tuple(
            Way(tuple(tuple(phrase.split(" ")) for phrase in way.split("+"))) for way in ways
        ),
    )


def raw_word(*tokens: str) -> Word:
    """Return a word with one way: some tokens side by side, whatever they hold."""
    return Word(text="", ways=(Way((tokens,)),))


def wanted(*words: str | Word, locale: str = "ja", **more) -> Wanted:
    """Return the question for texts with all words."""
    given = tuple(word(one) if isinstance(one, str) else one for one in words)
    return Wanted(locale=locale, words=given, **more)


def graded(tokens: dict[str, float], *, locale: str = "ja", **more) -> Wanted:
    """Return the question for texts with any of some tokens."""
    return Wanted(locale=locale, tokens=tokens, **more)


def found(store: Store, asked: Wanted, *, limit: int = 100, offset: int = 0) -> list[int]:
    """Return the numbers of the texts found, in their order."""
    return [one.pk for one in candidates(store, asked, limit=limit, offset=offset)]


def candidates(
    store: Store, asked: Wanted, *, limit: int = 100, offset: int = 0
) -> list[Candidate]:
    return list(store.candidates(asked, limit=limit, offset=offset))


def day(number: int) -> datetime:
    return datetime(2026, 4, number, 10, tzinfo=UTC)
