"""Put a retrieval set into an empty index and ask its questions, as the site would."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from tomoni.plugins import SearchText
from tomoni.search.evaluating.measures import Measures, measure
from tomoni.search.evaluating.sets import Passage, RetrievalSet
from tomoni.search.models import SearchDocument
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import answer
from tomoni.search.selectors.understanding import understand
from tomoni.search.services.languages import count_words
from tomoni.search.services.spreading import many_processors
from tomoni.search.services.writing import Texts, write_each
from tomoni.search.sources import Source
from tomoni.search.stores.batches import portions
from tomoni.search.stores.protocol import Store

BATCH = 500
SOURCE = Source("evaluation.passages", "Passages", SearchDocument, "")


@dataclass(frozen=True)
class Outcome:
    """What was measured; times are in milliseconds, the rate is documents a second."""

    measures: Measures
    documents_per_second: float
    p50: float
    p95: float


def run(
    found: RetrievalSet,
    *,
    locale: str,
    store: Store,
    send: Callable[[], None] = lambda: None,
    advanced: Callable[[int], None] = lambda _steps: None,
) -> Outcome:
    """Index the passages and ask the questions.

    `send` lets another store than the embedded one follow; its time counts as indexing.
    """
    started = time.perf_counter()
    with many_processors():
        batches = portions((_texts(passage, locale) for passage in found.passages), BATCH)
        for count in write_each(batches):
            advanced(count)
        send()
    count_words(locale)
    rate = len(found.passages) / (time.perf_counter() - started)
    keys = dict(SearchDocument.objects.values_list("pk", "object_key"))
    rankings, times = [], []
    for question in found.questions:
        begun = time.perf_counter()
        ids = _ask(question.text, locale=locale, store=store)
        times.append((time.perf_counter() - begun) * 1000)
        rankings.append(([keys[pk] for pk in ids], question.grades))
        advanced(1)
    return Outcome(measure(rankings), rate, _quantile(times, 0.5), _quantile(times, 0.95))


def _ask(text: str, *, locale: str, store: Store) -> list[int]:
    question = understand(Asked(text=text), languages=[locale])[locale]
    return [one.candidate.pk for one in answer(question, store).first]


def _texts(passage: Passage, locale: str) -> Texts:
    text = SearchText(locale=locale, title=passage.title, url="", text=passage.text)
    return Texts(SOURCE, passage.id, timezone.now(), (text,))


def _quantile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
