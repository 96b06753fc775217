"""What a room or a plugin can add: one frozen dataclass for each kind of extension."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, TypeAlias

from django.utils.functional import Promise

Text: TypeAlias = str | Promise
DottedPath = Annotated[str, "dotted path"]
TemplateName = Annotated[str, "template name"]


@dataclass(frozen=True)
class BlockType:
    """A block that editors can put into the open body of that name.

    `block` leads to a block class, or to a function without arguments that returns a block.
    """

    body: str
    name: str
    block: DottedPath


@dataclass(frozen=True)
class SlotFragment:
    """A piece of a public page, shown where a template says `{% slot "name" %}`.

    `context` leads to a function that takes the surrounding template context as a mapping and
    returns the fragment's own one, or None when there is nothing to show.
    """

    slot: str
    template: TemplateName
    context: DottedPath = ""
    order: int = 100


@dataclass(frozen=True)
class Passage:
    """A piece of a findable text; `anchor` is the id in the page to which a result leads."""

    text: str
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class SearchText:
    """What can be found of an object in one language: only what every visitor may see.

    `key` tells several texts of one object and language apart. `text` comes before all passages.
    `facets` has the values of the source's facets by name. `starts` and `ends` are an event's;
    `place` is a latitude and a longitude in degrees; `boost` multiplies the rank, 1 is neutral.
    """

    locale: str
    title: str
    url: str
    key: str = ""
    text: str = ""
    passages: tuple[Passage, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    starts: datetime | None = None
    ends: datetime | None = None
    place: tuple[float, float] | None = None
    boost: float = 1.0


@dataclass(frozen=True)
class ForeignText:
    """A name in another language than the one that was asked for, by the code of its own."""

    text: str
    locale: str


@dataclass(frozen=True)
class Facet:
    """A filter beside the results. Sources that name the same facet share it.

    `labels` leads to a function that takes values and a language code, and returns a mapping
    from each value that can be shown to its name in that language, or to a `ForeignText`.
    """

    name: str
    label: Text
    labels: DottedPath
    order: int = 100


@dataclass(frozen=True)
class SearchSource:
    """A model whose objects can be found.

    `documents` leads to a function that takes one object and returns its `SearchText`s.
    """

    name: str
    label: Text
    model: str
    documents: DottedPath
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class NavItem:
    """A link in a menu of the public pages; `place` is "header" or "footer"."""

    place: str
    label: Text
    url_name: str
    order: int = 100


@dataclass(frozen=True)
class UrlMount:
    """A module of URL patterns, mounted under `/<language>/<prefix>/`."""

    prefix: str
    urlconf: str


@dataclass(frozen=True)
class PeriodicTask:
    """Work that `tomoni run_due` does again whenever `every` has passed."""

    name: str
    label: Text
    every: timedelta
    run: DottedPath


@dataclass(frozen=True)
class Health:
    """An answer to a health question; `detail` says in a sentence what is wrong."""

    ok: bool
    detail: str = ""


@dataclass(frozen=True)
class HealthCheck:
    """A question to the running site; `ask` leads to a function that returns a `Health`."""

    name: str
    label: Text
    ask: DottedPath


@dataclass(frozen=True)
class DemoContent:
    """A part of the demo town; `build` takes a progress function and is safe to run twice."""

    name: str
    label: Text
    build: DottedPath
    order: int = 100


@dataclass(frozen=True)
class DashboardPanel:
    """A panel on the editors' first page; `context` takes the request and returns a mapping."""

    name: str
    label: Text
    template: TemplateName
    context: DottedPath = ""
    order: int = 100


@dataclass(frozen=True)
class WordingEntry:
    """A word that each town chooses for itself; `defaults` gives it for each locale."""

    key: str
    label: Text
    defaults: Mapping[str, str]
