"""Time the search as a site grows: `python -m tests.benchmarks.search_scale [--most N] [--plot F]`.

Writes made-up Japanese pages through the product's own path into the database at hand (SQLite in a
file; PostgreSQL with `DATABASE_URL`, in a schema of its own), and with `--elasticsearch` lets a
server of its own follow and answer. At 1,000, 3,000 … texts it prints how many texts a second were
indexed (analysis included), how long a question takes from its words to the ranked answers with
the counts of all filters, first in a process that knows no word yet and then in one that has been
asked before, how long suggestions take, and the memory of this process. `--json` adds
the figures to a file, `--plot` draws all that such a file holds (needs matplotlib).
"""

import argparse
import gc
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

import django
from tests.benchmarks.made_prose import SECTIONS, MadeProse, Prose, section

if TYPE_CHECKING:
    from tomoni.search.services.writing import Texts
    from tomoni.search.sources import Source

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
PORTION = 500
QUESTIONS = 200
FILTERED = 0.3


@dataclass(frozen=True)
class Measured:
    """Figures at one size; times in milliseconds, memory in megabytes, the rate in texts/s."""

    store: str
    texts: int
    rate: float
    first_p50: float
    first_p95: float
    search_p50: float
    search_p95: float
    suggest_p50: float
    suggest_p95: float
    memory: float


def main() -> None:
    options = read_options()
    if options.plot:
        from tests.benchmarks.scale_plot import draw  # noqa: PLC0415 -- optional

        draw(json.loads(options.json.read_text()), options.plot)
        return
    with tempfile.TemporaryDirectory(prefix="tomoni-scale-") as folder, ExitStack() as stack:
        prepare(Path(folder))
        from tests.benchmarks.search_suggestions import town  # noqa: PLC0415 -- app ready

        from tomoni.search.services.spreading import many_processors  # noqa: PLC0415 -- app ready

        stack.enter_context(town())
        make_sections()
        source = stack.enter_context(source_of_texts())
        if options.elasticsearch:
            stack.enter_context(server())
        gc.collect()
        # As a server does: see `tomoni.project.serving`.
        gc.freeze()
        # As the command does that writes the whole index.
        stack.enter_context(many_processors())
        found = []
        for one in grown(source, [size for size in SIZES if size <= options.most]):
            found.append(one)
            print(told(one), flush=True)  # noqa: T201
        if options.json:
            former = json.loads(options.json.read_text()) if options.json.exists() else []
            others = [row for row in former if row["store"] != found[0].store]
            options.json.write_text(json.dumps([*others, *map(asdict, found)], indent=1))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--elasticsearch", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    return parser.parse_args()


def prepare(folder: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    from django.conf import settings  # noqa: PLC0415 -- app ready

    default = settings.DATABASES["default"]
    if "sqlite" in default["ENGINE"]:
        default["NAME"] = str(folder / "town.sqlite3")
    settings.TOMONI_SEARCH_AT_ONCE = False
    django.setup()


def make_sections() -> None:
    """Make the sections in charge, whose names stand beside their counts."""
    from tomoni.home.models import Section  # noqa: PLC0415 -- app ready
    from tomoni.testing import factories  # noqa: PLC0415 -- app ready

    locale = factories.make_locale("ja")
    for number in range(1, SECTIONS + 1):
        Section.objects.create(locale=locale, translation_key=section(number), name=f"第{number}課")


@contextmanager
def source_of_texts() -> Iterator["Source"]:
    """Give a source that the site knows and whose texts are no pages."""
    from tomoni.home.facets import SECTION  # noqa: PLC0415 -- app ready
    from tomoni.plugins import SearchSource, registry  # noqa: PLC0415 -- app ready
    from tomoni.search.sources import sources  # noqa: PLC0415 -- app ready

    declared = SearchSource("scale", "Texts", "tomoni_home.Section", "-", facets=(SECTION,))
    with registry.temporarily(declared):
        yield next(one for one in sources() if one.name.endswith(".scale"))


@contextmanager
def server() -> Iterator[None]:
    """Let a server of its own answer."""
    from django.conf import settings  # noqa: PLC0415 -- app ready
    from django.test.utils import override_settings  # noqa: PLC0415 -- app ready
    from tests.servers.elasticsearch import Elasticsearch  # noqa: PLC0415 -- app ready

    with Elasticsearch(lasting=True) as started:
        chosen = {**settings.TOMONI_SEARCH, "STORE": "elasticsearch", "HOSTS": [started.url]}
        with override_settings(TOMONI_SEARCH={**chosen, "TIMEOUT": 10.0}):
            yield


def grown(source: "Source", sizes: Sequence[int]) -> Iterator[Measured]:
    """Let the index grow to each size and measure there."""
    from tomoni.search.services.languages import count_words  # noqa: PLC0415 -- app ready
    from tomoni.search.services.remote import send_changes  # noqa: PLC0415 -- app ready
    from tomoni.search.services.writing import write_each  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.batches import portions  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.choice import in_use  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.embedded.snapshots import forget  # noqa: PLC0415 -- app ready

    made, held = MadeProse(), 0
    for size in sizes:
        pages = list(made.pages(size - held))
        started = time.perf_counter()
        for count in write_each(portions(texts(source, pages, first=held), PORTION)):
            held += count
        send_changes()
        took = time.perf_counter() - started
        count_words("ja")
        forget()
        first = quantiles(timed(asking(made)), n=20)
        search = quantiles(timed(asking(made)), n=20)
        suggest = quantiles(timed(beginning(made)), n=20)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rate = len(pages) / took
        times = (one[place] for one in (first, search, suggest) for place in (9, 18))
        yield Measured(in_use().name, size, rate, *times, memory)


def texts(source: "Source", pages: Sequence[Prose], *, first: int) -> Iterator["Texts"]:
    """Yield pages as a source gives them."""
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from tomoni.plugins import Passage, SearchText  # noqa: PLC0415 -- app ready
    from tomoni.search.services.writing import Texts  # noqa: PLC0415 -- app ready

    now = timezone.now()
    for number, page in enumerate(pages, first):
        text = SearchText(
            locale="ja",
            title=page.title,
            url=f"/ja/{number}/",
            passages=tuple(Passage(text, head, head) for head, text in page.passages),
            facets={"section": (page.section,)},
        )
        yield Texts(source, str(number), now, (text,))


def asking(made: MadeProse) -> Callable[[], object]:
    """Return what asks a question as the results page does: answers, and counts of filters."""
    from tomoni.search.queries import Asked  # noqa: PLC0415 -- app ready
    from tomoni.search.selectors.facets import filters  # noqa: PLC0415 -- app ready
    from tomoni.search.selectors.matching import answer  # noqa: PLC0415 -- app ready
    from tomoni.search.selectors.understanding import understand  # noqa: PLC0415 -- app ready
    from tomoni.search.stores.choice import answering  # noqa: PLC0415 -- app ready

    def ask() -> object:
        chosen = {"section": frozenset({section(2), section(3)})} if made.says_yes(FILTERED) else {}
        asked = Asked(text=made.question(), chosen=chosen)
        question = understand(asked, languages=["ja"])["ja"]
        found = answer(question, answering())
        return filters(found.counts, asked.chosen, code="ja")

    return ask


def beginning(made: MadeProse) -> Callable[[], object]:
    from django.test import RequestFactory  # noqa: PLC0415 -- app ready
    from django.utils import translation  # noqa: PLC0415 -- app ready

    from tomoni.home.frame import frame_of  # noqa: PLC0415 -- app ready
    from tomoni.search.selectors.suggesting import suggest  # noqa: PLC0415 -- app ready

    with translation.override("ja"):
        frame = frame_of(RequestFactory().get("/ja/"))
    return lambda: suggest(made.beginning(), frame=frame)


def timed(ask: Callable[[], object]) -> list[float]:
    """Return the milliseconds of each question; the first few only warm up."""
    took = []
    for _ in range(QUESTIONS + 10):
        started = time.perf_counter()
        ask()
        took.append((time.perf_counter() - started) * 1000)
    return took[10:]


def told(one: Measured) -> str:
    return (
        f"{one.store:14} {one.texts:7,} texts  {one.rate:6,.0f} texts/s  "
        f"first p50 {one.first_p50:6.1f} p95 {one.first_p95:6.1f} ms  "
        f"search p50 {one.search_p50:6.1f} p95 {one.search_p95:6.1f} ms  "
        f"suggestions p50 {one.suggest_p50:6.1f} p95 {one.suggest_p95:6.1f} ms  "
        f"memory {one.memory:,.0f} MB"
    )


if __name__ == "__main__":
    main()
