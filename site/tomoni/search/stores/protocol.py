"""What every store can do; the same contract tests run on all of them.

A store finds and counts. It ranks only roughly, so that no good text is missed among the
candidates; the order that people see is made by `tomoni.search.ranking`, the same for all stores.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from tomoni.search.analysis.tokens import Word

# What separates the passages within a body's stream; no analyser gives it.
PASSAGE = "¶"


@dataclass(frozen=True)
class Streams:
    """The tokens of a text by field, joined by single spaces; `PASSAGE` stands between passages.

    `length` is the number of tokens of the tier WORD in all fields. `is_sound` is for
    `soundness.sound_streams`, which looks at each text once, wherever that is cheapest.
    """

    title: str = ""
    headings: str = ""
    body: str = ""
    length: int = 0
    is_sound: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class IndexedDocument:
    """A text as stores hold it. `pk` is its `SearchDocument`'s; `version` grows with each change.

    `signature` stands for the combination of the text's facet values (`FacetSignature`'s key).
    `boost` multiplies the score; 1 is neutral. `date` is when an event begins or a page changed,
    `ends` when an event is over, where that is known.
    """

    pk: int
    version: int
    locale: str
    streams: Streams
    signature: int = 0
    date: datetime | None = None
    ends: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    boost: float = 1.0


class Order(Enum):
    """How results are sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    SOONEST = "soonest"
    NEAREST = "nearest"


@dataclass(frozen=True)
class Wanted:
    """A question to a store, within one language.

    With `words`, a text must answer to each of them by any of its ways. Without, it must hold any
    of `tokens` (graded matching). `tokens` holds the weight of each token, its rarity multiplied
    in: the rough order is by the sum of the weights of the tokens that a text holds, title before
    body. A store may pass over tokens that are too common to tell texts apart (`stores.graded`),
    and counts without them too. `signatures` keeps only texts with one of these facet signatures,
    unless it is None. `near` is a latitude and a longitude in degrees, for `Order.NEAREST`.
    `since` keeps texts whose end is that or later, or their date where they have none; `until`
    keeps those whose date is before it. `at_most` says how many texts can answer by what is known
    of their tokens, `held` in how many texts a token stands, as far as that is known: a store need
    not count them then.
    """

    locale: str
    words: tuple[Word, ...] = ()
    tokens: Mapping[str, float] = field(default_factory=dict)
    signatures: frozenset[int] | None = None
    order: Order = Order.RELEVANCE
    near: tuple[float, float] | None = None
    since: datetime | None = None
    until: datetime | None = None
    at_most: int | None = None
    held: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Candidate:
    """A text that answers, with what ranking needs. `distance` is in metres."""

    pk: int
    streams: Streams
    signature: int = 0
    boost: float = 1.0
    date: datetime | None = None
    distance: float | None = None


class StoreUnavailableError(Exception):
    """The store did not answer in time, or not at all."""


class StoreRefusedError(StoreUnavailableError):
    """The store is well, but does not take this one thing."""


class Store(Protocol):
    """A place for tokens. All methods raise `StoreUnavailableError` when it does not answer."""

    name: str

    def prepare(self, *, locales: Iterable[str]) -> None:
        """Make what the store needs to hold texts of these languages; safe to run again."""

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        """Write documents, replacing those with the same `pk` and no higher version."""

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        """Take documents out, unless they were written with a higher version since."""

    def clear(self) -> None:
        """Take everything out."""

    def signatures(self, wanted: Wanted) -> Mapping[int, int]:
        """Return how many texts answer by facet signature, whatever `wanted.signatures` says."""

    def first(self, wanted: Wanted, *, limit: int) -> tuple[Mapping[int, int], Sequence[Candidate]]:
        """Return what `signatures` and `candidates` would, in one question."""

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        """Return the best candidates in the wanted order; equal ones by falling `pk`."""

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        """Yield each token with the number of the language's documents that hold it."""

    def count(self, *, locale: str) -> int:
        """Return how many documents of a language the store holds."""


class EmbeddedStore(Store, Protocol):
    """The store within the default database, which also says how rare tokens are."""

    def loaded(self, wanted: Wanted, pks: Sequence[int]) -> Sequence[Candidate]:
        """Return texts of the wanted language in the order of their numbers as given."""

    def documents(self, tokens: Iterable[str], *, locale: str) -> Mapping[str, int]:
        """Return in how many documents of a language tokens stand; those in none are left out."""

    def average_length(self, *, locale: str) -> float:
        """Return how many words the documents of a language have on average."""
