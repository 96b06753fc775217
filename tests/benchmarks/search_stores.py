"""Time the store of the database at hand: `python -m tests.benchmarks.search_stores [COUNT]`.

Fills it with COUNT made-up texts (100,000) and prints how many it took in a second, and how long
searches last: each counts all that answer by facet signature and gives the best 200 texts. On
PostgreSQL (`DATABASE_URL`) all is done in a schema of its own, which is dropped afterwards.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from statistics import quantiles
from typing import TYPE_CHECKING

import django
from tests.benchmarks.schemas import own_schema

if TYPE_CHECKING:
    from tomoni.search.stores.protocol import Store, Wanted

COUNT = 100_000
PORTION = 2_000
SEARCHES = 200


@contextmanager
def empty_store() -> Iterator["Store"]:
    """Give the store with nothing but its own tables."""
    from django.db import connection  # noqa: PLC0415 -- app ready

    from tomoni.search.models import StoredText  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.choice import embedded  # noqa: PLC0415 -- app ready

    with own_schema():
        with connection.schema_editor() as editor:
            editor.create_model(StoredText)
        store = embedded()
        store.prepare(locales=["ja"])
        yield store


def fill(store: "Store", documents: Iterator) -> tuple[float, float]:
    """Put documents; return the seconds and the processor seconds of this process that it took."""
    wall = processor = 0.0
    while portion := list(islice(documents, PORTION)):
        started, busy = time.perf_counter(), time.process_time()
        store.put(portion)
        wall += time.perf_counter() - started
        processor += time.process_time() - busy
    return wall, processor


def mixes(made, counts: dict[str, int], documents: int) -> dict[str, Callable[[], "Wanted"]]:
    """Return what makes a question, by the name of the mix.

    The word of rank 20 stands in about a third of all texts, that of rank 1,000 in one of 70.
    """
    chance = made.chance

    def words(count: int, first: int, last: int) -> Callable[[], "Wanted"]:
        return lambda: made.question([chance.randint(first, last) for _ in range(count)])

    def everyday() -> "Wanted":
        ranks = [int(10 ** chance.uniform(1.3, 4.2)) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
        return made.question(ranks)

    return {
        "1-3 words": everyday,
        "1 word in a third": words(1, 15, 30),
        "2 words in a third": words(2, 15, 30),
        "3 words in a third": words(3, 15, 30),
        "1 word in a tenth": words(1, 90, 130),
        "2 words in a tenth": words(2, 90, 130),
        "graded": lambda: made.graded(counts, documents),
    }


def timed(store: "Store", ask: Callable[[], "Wanted"], searches: int) -> tuple[list[float], float]:
    """Return the milliseconds of each search, and how many texts it gave on average."""
    took: list[float] = []
    found = 0
    for _ in range(searches):
        wanted = ask()
        started = time.perf_counter()
        store.signatures(wanted)
        found += len(store.candidates(wanted, limit=200))
        took.append((time.perf_counter() - started) * 1000)
    return took, found / searches


def report(store: "Store", made, documents: int) -> None:
    counts = dict(store.vocabulary(locale="ja"))
    for name, ask in mixes(made, counts, documents).items():
        took, found = timed(store, ask, SEARCHES)
        cuts = quantiles(took, n=20)
        print(  # noqa: T201
            f"{name:20} p50 {cuts[9]:6.1f} ms  p95 {cuts[18]:6.1f} ms  {found:.0f} candidates"
        )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    django.setup()
    from tests.benchmarks.made_texts import MadeTexts  # noqa: PLC0415 -- app ready

    documents = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    made = MadeTexts()
    with empty_store() as store:
        wall, processor = fill(store, made.documents(documents))
        print(  # noqa: T201
            f"{store.name}: {documents} texts, {documents / wall:.0f} put in a second"
            f" ({documents / processor:.0f} in a second of this process)"
        )
        report(store, made, documents)


if __name__ == "__main__":
    main()
