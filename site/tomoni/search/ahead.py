"""Texts whose analysis others have begun, or will, before this process asks for it."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from tomoni.search.analysing import Analysis, Wording


@dataclass
class Portion:
    """Texts that take equally long in all portions, as far as single texts let that be."""

    place: int
    wordings: Sequence[Wording]
    beside: Future[list[Analysis]]
    found: Sequence[Analysis] = ()


@dataclass
class Ahead:
    """What is begun and not asked for yet, and what is not enough for a portion yet."""

    portions: list[Portion] = field(default_factory=list)
    places: dict[Wording, tuple[Portion, int]] = field(default_factory=dict)
    rest: dict[Wording, None] = field(default_factory=dict)
    signs: int = 0

    def forget(self, wordings: Iterable[Wording]) -> list[Portion]:
        """Forget texts; return the portions of which nobody will ask for any text any more."""
        for wording in wordings:
            self.places.pop(wording, None)
        wanted = {portion.place for portion, _at in self.places.values()}
        gone = [portion for portion in self.portions if portion.place not in wanted]
        self.portions = [portion for portion in self.portions if portion.place in wanted]
        return gone
