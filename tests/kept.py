"""What is slow to build is built once: each worker, and in CI each later step, takes a copy."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import wagtail
from filelock import FileLock


def copy_of_kept(
    name: str,
    build: Callable[[Path], object],
    *,
    into: Path,
    factory: pytest.TempPathFactory,
) -> None:
    """Copy to `into` the folder that `build` makes, which is called for the first who asks.

    The workers of one run share what was built. So do several runs where `TOMONI_TESTS_KEPT` names
    a folder for it; whoever sets it empties it when the code has changed.
    """
    made_of = f"{wagtail.__version__} {os.environ.get('TOMONI_PLUGINS')}"
    kept = _shelf(factory) / f"{name}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}"
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            unfinished = kept.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            build(unfinished)
            unfinished.rename(kept)
    shutil.copytree(kept, into)


def _shelf(factory: pytest.TempPathFactory) -> Path:
    if named := os.environ.get("TOMONI_TESTS_KEPT"):
        shelf = Path(named)
    else:
        own = factory.getbasetemp()
        # A worker's folder lies in that of the run.
        shelf = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "kept"
    shelf.mkdir(parents=True, exist_ok=True)
    return shelf
