"""Long work outside the request: a process of its own, which the server does not wait for."""

import logging
import subprocess
import sys
from threading import Thread

from django.conf import settings

logger = logging.getLogger(__name__)


def start(*words: str) -> bool:
    """Start `tomoni …` in the background; where that cannot be, `tomoni run_due` does the work."""
    if not settings.TOMONI_BACKGROUND:
        return False
    try:
        process = subprocess.Popen(  # noqa: S603 -- our own command and numbers
            [sys.executable, "-m", "tomoni", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None,
            start_new_session=True,
        )
    except OSError:
        logger.exception("Cannot start %s in the background", words)
        return False
    # Somebody has to take note of its end, or the system keeps it as a zombie.
    Thread(target=process.wait, daemon=True).start()
    return True
