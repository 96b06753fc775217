"""Start the one process that makes PDFs beside the site, and let nobody start many."""

import subprocess
import sys

from django.conf import settings
from django.core.cache import cache

from tomoni.guidelines.printing import queue

STARTING_KEY = "tomoni-pdf-maker-starting"
# Time for a process to start and to claim its first PDF.
STARTING_SECONDS = 20

_children: list[subprocess.Popen[bytes]] = []


def ensure_maker() -> None:
    """Start a maker where none is at work; it ends by itself when nothing waits."""
    if not settings.TOMONI_PDFS_ON_DEMAND:
        return
    _children[:] = [child for child in _children if child.poll() is None]
    if _children or queue.is_making():
        return
    # Every process of the site sees the same cache, so one of them starts it.
    if cache.add(STARTING_KEY, 1, STARTING_SECONDS):
        _children.append(
            subprocess.Popen(
                [sys.executable, "-m", "tomoni", "make_pdfs", "--quietly"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        )
