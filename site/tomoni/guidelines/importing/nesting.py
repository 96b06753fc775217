"""How the schemes of a document nest: learnt from its own order and print."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .nodes import TOP, UNITS, Node, Scheme
from .pieces import Piece

_LARGER = 1.05  # times the size of another scheme's headings
_WEAK = 24  # strength of all but chapters and Roman figures


@dataclass(frozen=True)
class Evidence:
    """What the whole document tells: marks under marks, and the sizes in which schemes print."""

    under: set[tuple[str, str]]
    sizes: dict[str, float]
    outer: set[str]  # words that count parts of several chapters
    once: set[str]  # schemes that the document has a single heading of

    def larger(self, scheme: str, other: str) -> int | None:
        """Return 1 or -1 where one scheme prints larger, 0 for titles alike, None for no answer."""
        if "unit 条" in (scheme, other):
            return None  # articles are printed as text, whatever stands under them
        first, second = self.sizes.get(scheme, 1.0), self.sizes.get(other, 1.0)
        if max(first, second) > min(first, second) * _LARGER:
            return 1 if first > second else -1
        looks = "look" in (scheme[:4], other[:4]) and first > _LARGER
        return 0 if looks and first == second else None


def learn(pieces: Sequence[Piece], schemes: list[Scheme]) -> Evidence:
    """Learn from the headings of a document, given with their schemes."""
    once = {name for name, count in Counter(name for name, *_ in schemes).items() if count == 1}
    return Evidence(_marks_under_marks(schemes), _sizes(pieces, schemes), _outer(schemes), once)


def _outer(schemes: list[Scheme]) -> set[str]:
    """Return the words that count right above chapters, where chapters count on or begin anew."""
    followed: dict[str, list[bool]] = defaultdict(list)
    for (scheme, *_), (after, *_) in pairwise(schemes):
        if scheme.startswith("word "):
            followed[scheme].append(after in TOP)
    return {scheme for scheme, each in followed.items() if len(each) > 1 and all(each)}


def _sizes(pieces: Sequence[Piece], schemes: list[Scheme]) -> dict[str, float]:
    """Return in which size each scheme's headings are printed, as far as the file tells."""
    found: dict[str, list[float]] = defaultdict(list)
    for piece, (scheme, *_) in zip(pieces, schemes, strict=True):
        if piece.first.look:
            found[scheme].append(piece.first.look.size)
    return {scheme: median(sizes) for scheme, sizes in found.items()}


def stands_above(
    ahead: list[Scheme],
    top: Node,
    below: list[str],
    evidence: Evidence,
) -> bool:
    """Say whether the heading that comes stands above, not under, the one on top."""
    scheme, rank, _ = ahead[0]
    if scheme in TOP and not (top.scheme in TOP and top.rank < rank):
        return top.scheme not in evidence.outer
    if top.scheme == "front":
        return not _restarts(scheme, ahead)
    if top.scheme.startswith(UNITS) and scheme.startswith(UNITS):
        return rank < top.rank
    printed = evidence.larger(scheme, top.scheme)
    largest = evidence.sizes.get(scheme, 1.0) >= max(evidence.sizes.values(), default=1.0)
    if printed is not None and not (printed == 0 and ahead[0][2] and not largest):
        return printed >= 0
    # A mark under a title without a text of its own is held by that title.
    empty = not top.body and not ahead[0][2] and _uncounted(top) and scheme not in below
    if (top.scheme, scheme) in evidence.under or empty:
        return False
    single = not ahead[0][2] and scheme in evidence.once
    return not (single and _resumes(ahead, top, below)) and _learnt(ahead, top, below)


def _resumes(ahead: list[Scheme], top: Node, below: list[str]) -> bool:
    """Say whether another title like the one on top comes before anything stronger."""
    for name, *_ in ahead[1:]:
        if name == top.scheme or name in below or name in TOP:
            return name == top.scheme
    return False


def _marks_under_marks(schemes: list[Scheme]) -> set[tuple[str, str]]:
    """Learn which marks without numbers stand under which: pairs of upper and lower.

    The lower never comes first under a numbered heading, and follows the upper more than once.
    """
    first: set[str] = set()
    met: list[str] = []
    latest: dict[str, int] = {}
    follows: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, (scheme, _, ordinal) in enumerate(schemes):
        if ordinal or scheme in ("front", "known", "supplement", "spaced"):
            latest.clear()
            continue
        if not latest:
            first.add(scheme)
        if scheme not in met:
            met.append(scheme)
        for other, place in latest.items():
            if other != scheme:
                follows[other, scheme].add(place)
        latest[scheme] = at
    return {
        (upper, lower)
        for (upper, lower), places in follows.items()
        if lower not in first and len(places) > 1 and met.index(upper) < met.index(lower)
    }


def _restarts(scheme: str, ahead: list[Scheme]) -> bool:
    """Say whether a run begins again later, under headings of another scheme."""
    other = False
    if not ahead[0][2] and all(name == scheme or rank > _WEAK for name, rank, _ in ahead):
        return False  # nothing stronger comes that marks could stand under
    for name, _, ordinal in ahead[1:]:
        other = other or name != scheme
        if name == scheme and other and ordinal <= 1:
            return True
    return False


def _learnt(ahead: list[Scheme], top: Node, below: list[str]) -> bool:
    scheme, rank, ordinal = ahead[0]
    met_top = False
    for name, _, order in ahead[1:]:
        if name in below or name in TOP or name == "known":
            break
        if name == top.scheme:
            if order == 1:
                return True
            if order > 1:
                return False
            met_top = True
        elif name == scheme and met_top and ordinal:
            # Counting on across the top's siblings means standing above them.
            return order > 1
    return ordinal == 0 and _uncounted(top) and rank < top.rank


def _uncounted(node: Node) -> bool:
    return node.piece.mark is not None and not node.piece.mark.counts
