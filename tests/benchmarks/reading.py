"""Weigh and time the public pages of the served demo town: `python -m tests.benchmarks.reading`.

Bytes as they travel compressed; milliseconds of a warm answer, the middle of many and the slowest
of twenty. With `--data FOLDER` a town that was built before is used.
"""

import argparse
import gzip
import re
import statistics
import tempfile
import time
from pathlib import Path

from tests.journeys.places import READ, SEARCH_EMPTY, SEARCH_NONE, SIGN_IN
from tests.journeys.town import Answer, Town, prepare, serve

PLACES = (*READ, SEARCH_NONE, SEARCH_EMPTY, SIGN_IN)
LANGUAGES = ("ja", "pt-br")
TIMES = 40
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of a town built before")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as empty:
        data = options.data or Path(empty) / "town"
        prepare(data)
        with serve(data) as town:
            report(town)


def report(town: Town) -> None:
    say("page", "language", "html", "css", "js", "median ms", "slow ms")
    pages = town.pages()
    for language in LANGUAGES:
        for place in PLACES:
            if language in place.languages:
                path = place.path_in(language, pages)
                say(place.name, language, *measure(town, path))


def measure(town: Town, path: str) -> tuple[int, int, int, str, str]:
    """Return the weights of a page, its styles and scripts, and how long a warm answer takes."""
    html = town.get(path).body.decode()
    weights = [
        sum(weight(town.get(address, **{"Accept-Encoding": "gzip"})) for address in found)
        for found in (STYLESHEET.findall(html), SCRIPT.findall(html))
    ]
    times = sorted(timed(town, path) for _time in range(TIMES))
    slow = times[int(len(times) * 0.95)]
    page = len(gzip.compress(html.encode(), compresslevel=6, mtime=0))
    return page, weights[0], weights[1], f"{statistics.median(times):.1f}", f"{slow:.1f}"


def weight(answer: Answer) -> int:
    if answer.headers.get("Content-Encoding") == "gzip":
        return len(answer.body)
    return len(gzip.compress(answer.body, compresslevel=6, mtime=0))


def timed(town: Town, path: str) -> float:
    started = time.perf_counter()
    town.get(path)
    return (time.perf_counter() - started) * 1000


def say(*columns: object) -> None:
    print("{:22} {:9} {:>6} {:>6} {:>6} {:>9} {:>8}".format(*columns))  # noqa: T201


if __name__ == "__main__":
    main()
