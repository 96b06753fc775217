"""Start the reading process, hand the file over, and take its pages as they come."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from tomoni.guidelines.importing.refusals import refusal
from tomoni.guidelines.importing.sources import Progress

from .records import Page, page_from

_MODULE = "tomoni.guidelines.importing.pdf.reader"
_SECONDS = 600  # for the whole file
_KNOWN = {"password", "damaged", "pages", "unpacks"}


def pages_of(data: bytes, progress: Progress) -> Iterator[Page]:
    """Yield the pages of a PDF, or raise the sentence that says why it cannot be read."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(  # noqa: S603 -- our own module
        [_python(), "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        clock = threading.Timer(_SECONDS, process.kill)
        clock.start()
        try:
            yield from _told(process, data, progress)
        finally:
            clock.cancel()
            process.kill()


def _told(process: "subprocess.Popen[bytes]", data: bytes, progress: Progress) -> Iterator[Page]:
    if process.stdin is None or process.stdout is None:
        return
    try:
        process.stdin.write(data)
        process.stdin.close()
    except OSError:
        process.stdin = None
    total = done = 0
    for line in process.stdout:
        message = json.loads(line)
        if "refused" in message:
            raise refusal(message["refused"] if message["refused"] in _KNOWN else "damaged")
        if "pages" in message:
            total = int(message["pages"])
        else:
            done += 1
            yield page_from(message["page"])
        progress(done, total)
    if done < total or not total:
        code = process.wait()
        # Killed by the clock or the limits, or broken off by a fault in a library.
        raise refusal("slow" if code < 0 else "damaged")


def _python() -> str:
    """Return the interpreter; in some web servers the running program is not one."""
    name = Path(sys.executable or "").name.lower()
    if name.startswith(("python", "pypy")):
        return sys.executable
    beside = [Path(sys.prefix) / "bin" / "python3", Path(sys.prefix) / "Scripts" / "python.exe"]
    return next((str(one) for one in beside if one.exists()), shutil.which("python3") or "python3")
