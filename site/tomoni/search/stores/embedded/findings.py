"""What was found in a language's texts lately, by what was looked for."""

from collections.abc import Iterable, Mapping
from threading import Lock

from pyroaring import BitMap

from tomoni.search.stores.embedded.looks import Look, Text

# What the findings of a language may take, in bytes; beyond it those not asked for longest go.
MOST_BYTES = 24_000_000
# What a finding takes beside its numbers.
OVERHEAD = 1_000
# So many looks at single texts cost less than to look for everything anew.
MOST_LOOKS = 20_000


class Findings:
    """Sets of texts by what was looked for; safe in many threads, as nobody changes a set."""

    def __init__(self, found: Mapping[Look, BitMap] | None = None) -> None:
        self._found = dict(found or {})
        self._bytes = sum(map(_bytes, self._found.values()))
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._found)

    def get(self, looks: Iterable[Look]) -> dict[Look, BitMap]:
        """Return what is known of some looks; what is asked for stays longest."""
        with self._lock:
            known = {look: self._found.pop(look) for look in set(looks) & self._found.keys()}
            self._found.update(known)
        return known

    def add(self, found: Mapping[Look, BitMap]) -> None:
        with self._lock:
            for look, pks in found.items():
                self._bytes += _bytes(pks) - _bytes(self._found.pop(look, None))
                self._found[look] = pks
            while self._bytes > MOST_BYTES and self._found:
                self._bytes -= _bytes(self._found.pop(next(iter(self._found))))

    def followed(self, texts: Mapping[int, Text | None]) -> "Findings":
        """Return the findings with some texts as they are now; None stands for one that is gone.

        Where that would take longer than to find everything anew, nothing is kept.
        """
        with self._lock:
            kept = dict(self._found)
        if len(kept) * len(texts) > MOST_LOOKS:
            return Findings()
        for look, pks in kept.items():
            held = {pk for pk, text in texts.items() if text is not None and text.holds(look)}
            lost = {pk for pk in texts if pk not in held and pk in pks}
            if lost or any(pk not in pks for pk in held):
                kept[look] = (pks | BitMap(held)) - BitMap(lost)
        return Findings(kept)


def _bytes(pks: BitMap | None) -> int:
    """Return about what a set takes: two bytes a number, or a bit for each that there could be."""
    if pks is None:
        return 0
    most = (pks.max() // 65_536 + 1) * 8_192 if pks else 0
    return min(2 * len(pks), most) + OVERHEAD
