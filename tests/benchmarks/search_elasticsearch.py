"""Time the store within Elasticsearch: `python -m tests.benchmarks.search_elasticsearch [TEXTS]`.

Starts a server of its own and prints how many texts a second it takes, how large its index is, and
for several kinds of question p50 and p95 in milliseconds of candidates and facet counts together.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator

import django
from tests.servers.elasticsearch import Elasticsearch

TEXTS = 100_000
WORDS = 30_000
LENGTH = 90
SIGNATURES = 400
QUESTIONS = 200
PORTION = 1_000
# As many as are ranked for a page of results.
CANDIDATES = 100


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    django.setup()
    from tomoni.search.stores.elasticsearch.configuring import (  # noqa: PLC0415 -- app ready
        Configuration,
    )
    from tomoni.search.stores.elasticsearch.store import (  # noqa: PLC0415 -- app ready
        ElasticsearchStore,
    )

    number = int(sys.argv[1]) if len(sys.argv) > 1 else TEXTS
    with Elasticsearch(lasting=True) as server:
        store = ElasticsearchStore(Configuration(hosts=(server.url,), timeout=10))
        store.prepare(locales=["ja"])
        fill(store, number)
        _, stats = server.ask("GET", f"/{store.identity()}/_stats/store")
        megabytes = stats["_all"]["primaries"]["store"]["size_in_bytes"] / 1e6
        print(f"index of {number:,} texts: {megabytes:.0f} MB")  # noqa: T201
        for name, ask in questions().items():
            ask_all(store, name, ask)
        store.close()


def fill(store, number: int) -> None:
    """Put texts whose words are as unevenly frequent as in a language."""
    from tomoni.search.stores.protocol import IndexedDocument, Streams  # noqa: PLC0415 -- app ready

    chance = random.Random(5)  # noqa: S311 -- the same each time
    words = list(words_drawn(chance, number * LENGTH))
    documents = []
    for pk in range(1, number + 1):
        held = words[(pk - 1) * LENGTH : pk * LENGTH]
        streams = Streams(" ".join(held[:6]), " ".join(held[6:15]), " ".join(held[15:]), LENGTH)
        documents.append(
            IndexedDocument(
                pk, pk, "ja", streams, signature=int(chance.paretovariate(0.5)) % SIGNATURES
            )
        )
    begun = time.perf_counter()
    rebuild = store.begin_rebuild()
    for start in range(0, number, PORTION):
        rebuild.put(documents[start : start + PORTION])
    store.finish_rebuild(rebuild)
    print(f"{number / (time.perf_counter() - begun):,.0f} texts a second")  # noqa: T201


def words_drawn(chance: random.Random, number: int) -> Iterator[str]:
    """Yield words by Zipf's law."""
    weights = [1 / (rank + 3) for rank in range(WORDS)]
    for rank in chance.choices(range(WORDS), weights, k=number):
        yield f"語{rank}"


def questions() -> dict[str, Callable]:
    """Return the kinds of question, each a function of a source of chance."""
    from tomoni.search.analysis.tokens import Way, Word  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.protocol import Order, Wanted  # noqa: PLC0415 -- app ready

    def word(rank: int) -> Word:
        ways = [((f"語{rank}",),), ((f"語{rank + 1}", f"語{rank + 2}"),), ((f"ʳ語{rank}",),)]
        return Word(f"語{rank}", tuple(map(Way, ways)))

    def usual(chance: random.Random) -> int:
        return chance.randrange(20, 2_000)

    return {
        "one very common word": lambda chance: Wanted("ja", (word(chance.randrange(10)),)),
        "two words": lambda chance: Wanted("ja", (word(usual(chance)), word(usual(chance)))),
        "two common words": lambda chance: Wanted(
            "ja", (word(chance.randrange(30)), word(chance.randrange(30)))
        ),
        "two words, facets chosen": lambda chance: Wanted(
            "ja", (word(usual(chance)), word(usual(chance))), signatures=frozenset(range(1, 9))
        ),
        "one word, the newest": lambda chance: Wanted(
            "ja", (word(usual(chance)),), order=Order.NEWEST
        ),
        "graded, ten tokens": lambda chance: Wanted(
            "ja", tokens={f"語{usual(chance)}": chance.uniform(1, 9) for _ in range(10)}
        ),
    }


def ask_all(store, name: str, ask: Callable) -> None:
    chance = random.Random(11)  # noqa: S311 -- the same each time
    times = []
    for number in range(QUESTIONS + 50):
        wanted = ask(chance)
        begun = time.perf_counter()
        store.candidates(wanted, limit=CANDIDATES)
        store.signatures(wanted)
        # The first ones warm the server up.
        if number >= 50:
            times.append((time.perf_counter() - begun) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name}: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
