"""Ask the demo town's search as a visitor does, and name the answers as the tables here do."""

from dataclasses import dataclass
from functools import cache

from django.test import RequestFactory
from django.utils import translation
from django.utils.html import strip_tags

from tomoni.home.demo import content
from tomoni.home.demo.content.blocks import Heading
from tomoni.home.frame import frame_of
from tomoni.search.queries import Asked
from tomoni.search.selectors import Found, Result, find


@dataclass(frozen=True)
class Answer:
    """A result: its address without what follows #, its heading, and the key of that heading.

    A guideline's headings have no key.
    """

    address: str
    heading: str = ""
    key: str = ""

    @property
    def path(self) -> str:
        """The address without its language: `living/moving`."""
        return path_of(self.address)

    def __str__(self) -> str:
        return f"{self.address}#{self.key or self.heading}".removesuffix("#")


def ask(text: str, *, locale: str, most_pages: int | None = None) -> tuple[Answer, ...]:
    """Return all results, on however many pages, for a visitor who reads this language."""
    request = RequestFactory().get(f"/{locale}/")
    with translation.override(locale):
        frame = frame_of(request)
        first = find(asked=Asked(text=text), frame=frame)
        last = min(first.page.paginator.num_pages, most_pages or first.page.paginator.num_pages)
        rest = [
            find(asked=Asked(text=text, page=str(number)), frame=frame)
            for number in range(2, last + 1)
        ]
    return tuple(_answer(result) for found in (first, *rest) for result in _shown(found))


def path_of(address: str) -> str:
    """Return an address without its language."""
    return address.strip("/").partition("/")[2]


@cache
def heading_keys(address: str) -> dict[str, str]:
    """Return the keys of a page's headings by what they say; none of what is no ordinary page."""
    locale, _, path = address.strip("/").partition("/")
    key = path.rpartition("/")[2]
    if key not in content.page_keys() or locale not in content.page_locales(key):
        return {}
    blocks = content.page(key, locale).blocks
    return {
        f"{block.number} {block.text}".strip(): block.key
        for block in blocks
        if isinstance(block, Heading)
    }


def _shown(found: Found) -> tuple[Result, ...]:
    return (*found.own, *found.japanese)


def _answer(result: Result) -> Answer:
    heading = strip_tags(result.heading)
    address = result.url.partition("#")[0]
    return Answer(address, heading, heading_keys(address).get(heading, ""))
