"""Read what a visitor asked for: words, filters, order, page; anything can be typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.http import urlencode

from tomoni.search.stores.protocol import Order

MAX_LENGTH = 200
# More values than any page offers are somebody's play.
MAX_VALUES = 50
RESERVED = frozenset({"q", "page", "sort", "near"})
# An order of the page, not of a store: the first results of each kind.
BY_KIND = "kind"
# Decimals of a degree: about 100 metres, so that an address that is passed on gives no door away.
NEAR_DECIMALS = 3


@dataclass(frozen=True)
class Asked:
    """A visitor's question, cleaned; `chosen` has the chosen values of each filter.

    `by_kind` shows the first results of each kind instead of one list.
    """

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    by_kind: bool = False
    near: tuple[float, float] | None = None
    page: str = ""
    was_cut: bool = False

    def address(self, **changes: object) -> str:
        """Return the query string of this question with some things changed, on its first page."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        pairs: list[tuple[str, str]] = [("q", changed.text)]
        for name in sorted(changed.chosen):
            pairs += [(name, value) for value in sorted(changed.chosen[name])]
        if changed.sort:
            pairs.append(("sort", changed.sort))
        if changed.near:
            pairs.append(("near", changed.near_text))
        return "?" + urlencode(pairs)

    def without(self, name: str, value: str) -> str:
        """Return the address of this question without one chosen value."""
        return self._chosen_address(name, self.chosen.get(name, frozenset()) - {value})

    def also(self, name: str, value: str) -> str:
        """Return the address of this question with one more chosen value."""
        return self._chosen_address(name, self.chosen.get(name, frozenset()) | {value})

    def _chosen_address(self, name: str, values: frozenset[str]) -> str:
        chosen = {**self.chosen, name: values}
        return self.address(chosen={key: held for key, held in chosen.items() if held})

    @property
    def sort(self) -> str:
        """The name of the order, as it stands in the address; empty for the usual one."""
        if self.by_kind:
            return BY_KIND
        return "" if self.order is Order.RELEVANCE else self.order.value

    @property
    def near_text(self) -> str:
        return ",".join(f"{degrees:g}" for degrees in self.near) if self.near else ""

    @property
    def pages_address(self) -> str:
        """The address of a page of results, up to its number."""
        return self.address() + "&page="


def read_question(sent: QueryDict, *, names: frozenset[str]) -> Asked:
    """Return what was asked; `names` are those of the filters, all else is passed over."""
    typed = sent.get("q", "")
    chosen = {
        name: frozenset(clean(value) for value in sent.getlist(name)[:MAX_VALUES] if value)
        for name in sorted(names - RESERVED)
        if any(sent.getlist(name))
    }
    near = _near(sent.get("near", ""))
    return Asked(
        text=clean(typed[:MAX_LENGTH]),
        chosen=chosen,
        order=_order(sent.get("sort", ""), has_place=near is not None),
        by_kind=sent.get("sort") == BY_KIND,
        near=near,
        page=sent.get("page", "")[:20],
        was_cut=len(typed.strip()) > MAX_LENGTH,
    )


def clean(typed: str) -> str:
    """Return text on one line, without what would come back broken in a page or an address."""
    text = " ".join(typed.replace("\x00", " ").split())
    return text.encode("utf-8", "replace").decode("utf-8")


def _order(name: str, *, has_place: bool) -> Order:
    known = {order.value: order for order in Order}
    order = known.get(name, Order.RELEVANCE)
    return Order.RELEVANCE if order is Order.NEAREST and not has_place else order


def _near(text: str) -> tuple[float, float] | None:
    """Read "latitude,longitude" in degrees; anything else is no place."""
    try:
        latitude, longitude = (float(part) for part in text[:50].split(","))
    except ValueError:
        return None
    # Also refuses what is not a number, for which every comparison is false.
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 -- degrees
        return round(latitude, NEAR_DECIMALS), round(longitude, NEAR_DECIMALS)
    return None
