"""What pages weigh and which headers they carry, asked of the running server without a browser."""

import gzip
import re
from urllib.parse import urljoin, urlsplit

import pytest
from tests.journeys.places import CHAPTER, FRONT, READ, SEARCH_HITS, STANDARD, Place
from tests.journeys.town import Answer, Town

KILOBYTE = 1000
POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')
LINKED = re.compile(r'(?:src|href)="(/static/[^"#]+)')
HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z]+$")
A_YEAR = 31_536_000


def ask(town: Town, place: Place) -> Answer:
    path = place.path_in("ja", town.pages())
    assert path is not None, f"The demo town has no live page for {place}"
    return town.get(path, **{"Accept-Encoding": "gzip"})


def weight(answer: Answer) -> int:
    """Return the bytes that travel; pages themselves are compressed by the proxy in front."""
    if answer.headers.get("Content-Encoding") == "gzip":
        return len(answer.body)
    return len(gzip.compress(answer.body, compresslevel=6, mtime=0))


def parts_of(town: Town, page: Answer, pattern: re.Pattern[str]) -> list[Answer]:
    addresses = [address.replace("&amp;", "&") for address in pattern.findall(page.body.decode())]
    assert addresses
    return [town.get(address, **{"Accept-Encoding": "gzip"}) for address in addresses]


@pytest.mark.parametrize(
    "place", [FRONT, CHAPTER, SEARCH_HITS, STANDARD], ids=lambda place: place.name
)
def test_page_weighs_no_more_than_promised(town: Town, place: Place) -> None:
    page = ask(town, place)

    html = weight(page)
    styles = sum(map(weight, parts_of(town, page, STYLESHEET)))
    scripts = sum(map(weight, parts_of(town, page, SCRIPT)))

    assert page.status == 200
    assert html <= 10 * KILOBYTE
    assert styles <= 12 * KILOBYTE
    assert scripts <= 5 * KILOBYTE


@pytest.mark.parametrize("place", READ, ids=lambda place: place.name)
def test_page_carries_strict_headers_and_no_cookie(town: Town, place: Place) -> None:
    answer = ask(town, place)

    policy = dict(
        rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";")
    )

    assert answer.status == place.status
    assert policy == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Permissions-Policy"] == (
        "camera=(), microphone=(), geolocation=(self), payment=()"
    )
    assert answer.headers["Content-Language"] == "ja"
    assert answer.headers.get_all("Set-Cookie") is None


@pytest.mark.parametrize("place", READ, ids=lambda place: place.name)
def test_page_asks_no_other_host(town: Town, place: Place) -> None:
    html = ask(town, place).body.decode()

    loaded = re.findall(r'<(?:img|script|iframe|source|link)\b[^>]*?(?:src|href)="([^"]+)"', html)
    hosts = {urlsplit(urljoin(town.base, address)).netloc for address in loaded}

    assert hosts == {urlsplit(town.base).netloc}


def test_page_has_no_inline_script_nor_style(town: Town) -> None:
    inline = {
        place.name: re.findall(
            # Data for search engines is no script: browsers neither run nor forbid it.
            r'<style|\sstyle="|<script(?![^>]* src=|\stype="application/ld\+json">)|\son[a-z]+="',
            ask(town, place).body.decode(),
        )
        for place in READ
    }

    assert inline == {place.name: [] for place in READ}


def test_static_files_are_hashed_compressed_and_kept_for_years(town: Town) -> None:
    addresses = set(LINKED.findall(ask(town, CHAPTER).body.decode()))
    answers = {address: town.get(address, **{"Accept-Encoding": "gzip"}) for address in addresses}

    found = {
        address: (
            answer.status,
            bool(HASHED.search(address)),
            answer.headers["Content-Encoding"],
            max_age(answer) >= A_YEAR and "immutable" in answer.headers["Cache-Control"],
        )
        for address, answer in answers.items()
        # Compressing a file of a few bytes makes it larger, so those are sent as they are.
        if len(answer.body) > KILOBYTE / 4
    }

    assert len(found) >= 4
    assert found == dict.fromkeys(found, (200, True, "gzip", True))


def max_age(answer: Answer) -> int:
    found = re.search(r"max-age=(\d+)", answer.headers["Cache-Control"])
    return int(found[1]) if found else 0
