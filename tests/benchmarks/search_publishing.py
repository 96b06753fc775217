"""Time publishing with a search server and without: `python -m tests.benchmarks.search_publishing`.

Publishes pages in a town of its own (SQLite in a file) in turns: without a server, with one that
nobody listens at, with one that takes connections and never answers, and with a real one. Prints
the median milliseconds of each, what they are beside those without a server, and how long the
search after each publication took at most. `--json` prints the same for programs. With `--at-most
RATIO` it fails where publishing or its search waits for a server: the first takes more than so many
times as long as without one, the second longer than the patience and a second.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import django

ROUNDS = 15
WITHOUT = "without a server"
# Milliseconds: a question to a silent server is given up after 0.8 s, and the database answers.
LONGEST_SEARCH = 1_800


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--at-most", type=float, metavar="RATIO")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tomoni-publishing-") as folder, ExitStack() as stack:
        prepare(Path(folder))
        addresses = stack.enter_context(servers())
        publishing, searching = measured(addresses)
    usual = median(publishing[WITHOUT])
    found = {
        name: {
            "publish_ms": median(times),
            "ratio": median(times) / usual,
            "longest_search_ms": max(searching[name]),
        }
        for name, times in publishing.items()
    }
    if options.json:
        print(json.dumps(found))  # noqa: T201
    else:
        tell(found)
    if options.at_most and (slow := [name for name, one in found.items() if waits(one, options)]):
        sys.exit(f"Publishing or its search waits: {', '.join(slow)}")


def waits(one: Mapping[str, float], options: argparse.Namespace) -> bool:
    return one["ratio"] > options.at_most or one["longest_search_ms"] > LONGEST_SEARCH


def tell(found: Mapping[str, Mapping[str, float]]) -> None:
    for name, one in found.items():
        print(  # noqa: T201
            f"{name:24} publish {one['publish_ms']:6.1f} ms  ({one['ratio']:.2f} of without)"
            f"  longest search {one['longest_search_ms']:6.0f} ms"
        )


def prepare(folder: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tomoni.project.settings.test"
    from django.conf import settings  # noqa: PLC0415 -- app ready

    settings.DATABASES["default"] |= {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / "town.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        },
    }
    settings.TOMONI_SEARCH_AT_ONCE = settings.TOMONI_BACKGROUND = True
    django.setup()


@contextmanager
def servers() -> Iterator[Mapping[str, str]]:
    """Give the addresses of servers in all states; none stands for no server."""
    from tests.search.stores.elasticsearch import black_hole, nobody  # noqa: PLC0415 -- app ready
    from tests.servers.elasticsearch import Elasticsearch  # noqa: PLC0415 -- app ready

    with Elasticsearch() as real, nobody() as dead, black_hole() as silent:
        yield {
            WITHOUT: "",
            "nobody listens": dead,
            "never answers": silent,
            "a real server": real.url,
        }


def measured(
    addresses: Mapping[str, str],
) -> tuple[Mapping[str, list[float]], Mapping[str, list[float]]]:
    """Return the milliseconds of each publication and of each search, by server."""
    from django.test import Client  # noqa: PLC0415 -- app ready
    from tests.benchmarks.search_suggestions import town  # noqa: PLC0415 -- app ready

    from tomoni.home.models import HomePage  # noqa: PLC0415 -- app ready
    from tomoni.testing import factories  # noqa: PLC0415 -- app ready

    publishing: dict[str, list[float]] = defaultdict(list)
    searching: dict[str, list[float]] = defaultdict(list)
    with town():
        home = HomePage.objects.get(locale__language_code="ja")
        for number in range(ROUNDS + 1):
            for place, (name, url) in enumerate(addresses.items()):
                with served(url):
                    page = factories.make_page(home, title="ごみの日", slug=f"p{number}-{place}")
                    took = timed(lambda page=page: page.save_revision().publish())
                    asked = timed(lambda: Client().get("/ja/search/", {"q": "ごみ"}))
                # What a process does for the first time is no matter of servers.
                if number:
                    publishing[name].append(took)
                    searching[name].append(asked)
        # Without a server there is nothing left to send, so the thread beside ends.
        while any(thread.name == "search" for thread in threading.enumerate()):
            time.sleep(0.1)
    return publishing, searching


@contextmanager
def served(url: str) -> Iterator[None]:
    """Let the site search in the server at an address, as the settings come: 0.8 s patience."""
    from django.conf import settings  # noqa: PLC0415 -- app ready
    from django.test.utils import override_settings  # noqa: PLC0415 -- app ready

    store = {"STORE": "elasticsearch", "HOSTS": url} if url else {"STORE": "database"}
    with override_settings(TOMONI_SEARCH={**settings.TOMONI_SEARCH, **store}):
        yield


def timed(act: Any) -> float:  # Any: whatever is timed
    """Return how many milliseconds something takes."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
