"""Match a query in one language: all its words, and where that finds little, the best that is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.tokens import Reading, Way
from tomoni.search.ranking import Collection, Scored, good_enough, rank, rough_weights
from tomoni.search.selectors.facets import Chosen, all_passing, passing
from tomoni.search.selectors.freshness import freshness_of, start_of_today
from tomoni.search.stores.protocol import Candidate, Order, Store, Wanted

# Fewer results than this are followed by the best that lack a word.
FEW = 10
# So many candidates are put into their final order; behind them stands the store's rough one.
WINDOW = 50
GRADED = 50
# So many words are a question rather than a choice of words.
SENTENCE = 3


@dataclass(frozen=True)
class Answers:
    """What answers to a query in one language, before any filter and after.

    `counts` are the unfiltered numbers by signature. `first` are the best in their final order,
    `total` is how many there are with all that stand behind them in the store.
    """

    locale: str
    counts: Mapping[int, int] = field(default_factory=dict)
    total: int = 0
    first: tuple[Scored, ...] = ()
    wanted: Wanted | None = None


@dataclass(frozen=True)
class Question:
    """A query understood in one language, with all that narrows and orders its answers.

    `also` are other words for what it names, to be told to the visitor.
    """

    locale: str
    reading: Reading
    collection: Collection
    chosen: Chosen = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    near: tuple[float, float] | None = None
    also: tuple[str, ...] = ()


def answer(question: Question, store: Store) -> Answers:
    """Return what a store answers, in the order in which people see it."""
    if not question.reading.tokens and not question.reading.words:
        return Answers(question.locale)
    profile = analyser_for(question.locale).profile
    weights = rough_weights(question.reading, collection=question.collection, profile=profile)
    wanted = Wanted(
        locale=question.locale,
        words=question.reading.words,
        tokens=weights,
        order=question.order,
        near=question.near,
        since=start_of_today() if question.order is Order.SOONEST else None,
        at_most=_at_most(question),
        held=question.collection.documents,
    )
    counts, found = _first(question, wanted, store)
    if sum(counts.values()) < FEW:
        return _few(question, wanted, found, store=store)
    allowed = passing(counts, question.chosen)
    if question.chosen:
        wanted = replace(wanted, signatures=frozenset(allowed))
    return Answers(
        locale=question.locale,
        counts=counts,
        total=sum(allowed.values()),
        first=_ordered(question, found),
        wanted=wanted,
    )


def is_partial(answers: Iterable[Answers]) -> bool:
    """Tell whether there are answers, and none of them has all the words."""
    first = [scored for one in answers for scored in one.first]
    return bool(first) and all(scored.lacks for scored in first)


def behind(answers: Answers, store: Store, *, offset: int, limit: int) -> tuple[Candidate, ...]:
    """Return what stands behind the first, in the store's own order."""
    if answers.wanted is None or offset < WINDOW:
        return ()
    return tuple(store.candidates(answers.wanted, limit=limit, offset=offset))


def _first(
    question: Question, wanted: Wanted, store: Store
) -> tuple[Mapping[int, int], Sequence[Candidate]]:
    """Return the counts before any filter, and the first texts that pass: one question to a store.

    Where few answer, these are all of them, for they are filtered with those that lack a word.
    """
    if not wanted.words:
        return {}, ()
    if not question.chosen:
        return store.first(wanted, limit=WINDOW)
    narrowed = replace(wanted, signatures=all_passing(question.chosen))
    counts, found = store.first(narrowed, limit=WINDOW)
    has_few = 0 < sum(counts.values()) < FEW
    return counts, store.candidates(wanted, limit=FEW) if has_few else found


def _at_most(question: Question) -> int:
    """Return how many texts can hold all words, by how many hold each of their tokens."""
    held = question.collection.documents

    def by(way: Way) -> int:
        return min((held.get(token, 0) for phrase in way.phrases for token in phrase), default=0)

    return min((sum(map(by, word.ways)) for word in question.reading.words), default=0)


def _few(
    question: Question, wanted: Wanted, whole: Sequence[Candidate], *, store: Store
) -> Answers:
    """Add the best that lack a word to the few that have all.

    Who typed one word or two and got an answer meant these; a sentence has words to spare.
    """
    graded = replace(wanted, words=(), order=Order.RELEVANCE)
    is_answered = bool(whole) and len(wanted.words) < SENTENCE
    more = () if is_answered else store.candidates(graded, limit=GRADED)
    known = {one.pk for one in whole}
    scored = _ranked(question, (*whole, *(one for one in more if one.pk not in known)))
    good = good_enough(scored)
    counts = Counter(one.candidate.signature for one in good)
    allowed = passing(counts, question.chosen)
    kept = [one for one in good if one.candidate.signature in allowed]
    return Answers(question.locale, counts, len(kept), _sorted(question, kept))


def _ordered(question: Question, found: Sequence[Candidate]) -> tuple[Scored, ...]:
    scored = _ranked(question, found)
    if question.order is Order.RELEVANCE:
        return tuple(scored)
    # The store has sorted; ranking only says which passage answers.
    by_key = {one.candidate.pk: one for one in scored}
    return tuple(by_key[one.pk] for one in found)


def _ranked(question: Question, found: Sequence[Candidate]) -> list[Scored]:
    return rank(
        question.reading,
        found,
        collection=question.collection,
        profile=analyser_for(question.locale).profile,
        freshness=freshness_of(found),
    )


def _sorted(question: Question, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Sort few results as a store would: dates and distances that are not known come last."""
    if question.order is Order.NEAREST:
        return tuple(sorted(scored, key=_distance))
    if question.order in {Order.NEWEST, Order.SOONEST}:
        return tuple(sorted(scored, key=lambda one: _time(one, question.order)))
    return tuple(scored)


def _distance(one: Scored) -> float:
    distance = one.candidate.distance
    return float("inf") if distance is None else distance


def _time(one: Scored, order: Order) -> float:
    date = one.candidate.date
    if date is None:
        return float("inf")
    return date.timestamp() if order is Order.SOONEST else -date.timestamp()
