"""What a process does that analyses texts beside another one: no more than that, and no longer.

Nothing here imports Django, for such a process shall begin its work at once.
"""

import os
import signal
import threading
from collections.abc import MutableSequence, Sequence
from multiprocessing import parent_process

from tomoni.search.analysing import Analysis, Wording, analysed_each

# For each portion of texts whether anybody has begun it, shared by all processes.
_begun: MutableSequence[int] = []


def begin(begun: MutableSequence[int]) -> None:
    """Leave Ctrl+C to the process that is helped, and end with it, whatever ends it."""
    global _begun  # noqa: PLW0603 -- the only way into a process that is started anew
    _begun = begun
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def warm_up(sample: Sequence[Wording]) -> None:
    """Read the dictionary of a text's language."""
    analysed_each(sample)


def analyse(place: int, wordings: Sequence[Wording]) -> list[Analysis]:
    """Return the analyses of a portion; none where the process that is helped has begun it."""
    if _begun[place]:
        return []
    # Should both begin at once, both come to the same.
    _begun[place] = 1
    return analysed_each(wordings)


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
