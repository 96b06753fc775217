"""Time suggestions while typing: `python -m tests.benchmarks.search_suggestions [COUNT]`.

Fills the database at hand with COUNT made-up texts (100,000), their titles half in Japanese, half
in Portuguese, and prints how long the server takes to answer short and long beginnings, from
request to answer, and how long this process works for it, which counts where others work beside
it; `first` is the slowest of those that were asked for the first time. The texts
share a hundred live pages, which are asked as always. SQLite lies in a file; on PostgreSQL
(`DATABASE_URL`) all is done in a schema of its own, which is dropped afterwards.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from statistics import quantiles

import django
from tests.benchmarks.made_titles import made_titles
from tests.benchmarks.schemas import own_schema

COUNT = 100_000
PORTION = 1_000
PAGES = 100
ROUNDS = 20
ASKED = {
    "ja": {
        "one sign": ("市", "自", "し", "ん"),
        "two letters": ("si", "ko", "zi", "きょ"),
        "three": ("sim", "kod", "子育て", "せんた"),
        "long": ("市民申請", "jichikai", "国民健康保険", "ボランティア活"),
        "words": ("ごみ 手続き", "市民 支援 計", "kosodate shien"),
        "nothing": ("ぬるぽ", "xqzz", "鰐"),
    },
    "pt-br": {
        "two letters": ("co", "in", "se"),
        "three": ("inf", "con", "ser"),
        "long": ("inscrição", "associacao", "bem-estar s"),
        "words": ("lixo como", "crianças apoio pla"),
        "nothing": ("xqzz", "wwww"),
    },
}


@contextmanager
def town() -> Iterator[list[str]]:
    """Give the default database a site in two languages, and the keys of its pages."""
    from django.core.management import call_command  # noqa: PLC0415 -- app ready

    from tomoni.testing import factories  # noqa: PLC0415 -- app ready

    with own_schema():
        call_command("migrate", verbosity=0)
        site = factories.make_site()
        homes = [site.root_page, factories.make_home("pt-br", of=site.root_page)]
        pages = [
            factories.make_page(homes[number % 2], title="x", slug=f"x{number}")
            for number in range(PAGES)
        ]
        call_command("load_search_terms", stdout=io.StringIO())
        yield [str(page.pk) for page in pages]


def fill(count: int, pages: Sequence[str]) -> float:
    """Write texts that say nothing but their titles; return the seconds that the keys took."""
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from tomoni.search.analysing import analysed_each  # noqa: PLC0415 -- app ready
    from tomoni.search.analysis.openings import opener_for  # noqa: PLC0415 -- app ready
    from tomoni.search.models import FacetSignature, SearchDocument  # noqa: PLC0415 -- app ready
    from tomoni.search.services.keys import put_keys  # noqa: PLC0415 -- app ready
    from tomoni.search.services.languages import (  # noqa: PLC0415 -- app ready
        count_words,
        note_language,
    )
    from tomoni.search.sources import sources  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.choice import embedded  # noqa: PLC0415 -- app ready
    from tomoni.search.tokenising import document_of, wording_of  # noqa: PLC0415 -- app ready

    signature = FacetSignature.objects.create(values="[]")
    source = next(one.name for one in sources() if one.holds_pages)
    titles, took = enumerate(made_titles(count)), 0.0
    while portion := list(islice(titles, PORTION)):
        rows = [
            SearchDocument(
                source=source,
                object_key=pages[number % PAGES],
                part=str(number),
                locale=code,
                title=title,
                signature=signature,
                dated=timezone.now(),
                version=1,
            )
            for number, (code, title) in portion
        ]
        SearchDocument.objects.bulk_create(rows)
        started = time.perf_counter()
        for row in rows:
            opener_for(row.locale).keys(row.title)
        took += time.perf_counter() - started
        found = analysed_each(map(wording_of, rows))
        started = time.perf_counter()
        pairs = list(zip(rows, found, strict=True))
        put_keys(pairs)
        took += time.perf_counter() - started
        embedded().put([document_of(row, one.streams) for row, one in pairs])
    for code in ("ja", "pt-br"):
        note_language([code])
        count_words(code)
    return took


def size() -> tuple[int, float]:
    """Return how many keys there are, and how many MB they and their indexes take."""
    from django.db import connection  # noqa: PLC0415 -- app ready

    from tomoni.search.models import SuggestionKey  # noqa: PLC0415 -- app ready

    table = SuggestionKey._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [table])
        else:
            own = "SELECT name FROM sqlite_master WHERE tbl_name = %s"
            cursor.execute(f"SELECT SUM(pgsize) FROM dbstat WHERE name IN ({own})", [table])  # noqa: S608
        (taken,) = cursor.fetchone()
    return SuggestionKey.objects.count(), taken / 1e6


def report() -> None:
    from django.test import Client  # noqa: PLC0415 -- app ready

    client = Client()
    for code, kinds in ASKED.items():
        client.get(f"/{code}/search/suggest", {"q": "warm"})
        for kind, questions in kinds.items():
            took, busy, first, found = [], [], [], 0
            for turn in range(ROUNDS):
                for question in questions:
                    started, worked = time.perf_counter(), time.process_time()
                    answer = client.get(f"/{code}/search/suggest", {"q": question}).json()
                    took.append((time.perf_counter() - started) * 1000)
                    busy.append((time.process_time() - worked) * 1000)
                    if not turn:
                        first.append(took[-1])
                        found += len(answer["suggestions"])
            cuts, own = quantiles(took, n=20), quantiles(busy, n=20)
            print(  # noqa: T201
                f"{code:6} {kind:12} p50 {cuts[9]:5.1f} ms  p95 {cuts[18]:5.1f} ms"
                f"  of this process p50 {own[9]:5.1f} ms  p95 {own[18]:5.1f} ms"
                f"  first {max(first):5.1f} ms  {found / len(questions):.0f} offered"
            )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TOMONI_TEST_DATA"] = folder
        django.setup()
        with town() as pages:
            took = fill(count, pages)
            keys, megabytes = size()
            print(  # noqa: T201
                f"{count} titles: {keys} keys, {megabytes:.0f} MB,"
                f" {took / count * 1000:.2f} ms each to write"
            )
            report()


if __name__ == "__main__":
    main()
