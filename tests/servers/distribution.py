"""Fetch and unpack a real Elasticsearch: the distribution that Elastic makes for such tests.

It lies at Maven Central and has the same Lucene and the same HTTP layer as any other, with only
few modules. Maven keeps what it has fetched in its own folder, so the next run fetches nothing.
"""

import atexit
import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from filelock import FileLock

# Elastic publishes no checksums there: these are of the files as we first saw them.
CHECKSUMS = {
    "8.19.16": "c3d95992e27741b33a8057118379cda8b17cfda9e46ff4ec25e3f5b94fc22b52",
    "9.2.0": "bf44938a0490ba2a303d39c9cb64b38963dd08c812ce93e10816e878585bcb6b",
}
VERSION = os.environ.get("TOMONI_TESTS_ELASTICSEARCH", "8.19.16")
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
_ARTIFACT = "org.elasticsearch.distribution.integ-test-zip:elasticsearch:{version}:zip"


class ServerError(Exception):
    """A server could not be had or started; the sentence says what to do."""


def unpacked(version: str = VERSION, *, shelf: Path | None = None) -> Path:
    """Return the folder of an unpacked distribution, which many servers may run from.

    It lies on `shelf`: by default in the folder that `TOMONI_TESTS_KEPT` names, else in one
    that is deleted when this process ends.
    """
    shelf = shelf or _shelf()
    folder = shelf / f"elasticsearch-{version}"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            _unpack(_fetched(version, shelf), folder)
    return folder


@cache
def _shelf() -> Path:
    if kept := os.environ.get("TOMONI_TESTS_KEPT"):
        Path(kept).mkdir(parents=True, exist_ok=True)
        return Path(kept)
    shelf = Path(tempfile.mkdtemp(prefix="tomoni-elasticsearch-"))
    atexit.register(shutil.rmtree, shelf)
    # The server's own user must come through.
    shelf.chmod(0o711)
    return shelf


def _fetched(version: str, folder: Path) -> Path:
    """Let Maven lay the archive into a folder, and see that it is the one we know."""
    if version not in CHECKSUMS:
        known = ", ".join(CHECKSUMS)
        raise ServerError(f"No checksum of Elasticsearch {version} is known, only of {known}.")
    if shutil.which("mvn") is None:
        raise ServerError("Maven fetches Elasticsearch: install it (Debian: apt install maven).")
    artifact = _ARTIFACT.format(version=version)
    command = ["mvn", "-B", "-q", _COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={folder}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        raise ServerError(f"Maven could not fetch {artifact}:\n{done.stdout}{done.stderr}")
    archive = folder / f"elasticsearch-{version}.zip"
    check(archive, CHECKSUMS[version])
    return archive


def check(archive: Path, checksum: str) -> None:
    """Delete a file that is not the one we know, and say so."""
    with archive.open("rb") as file:
        seen = hashlib.file_digest(file, "sha256").hexdigest()
    if seen != checksum:
        archive.unlink()
        raise ServerError(f"{archive.name} is not the file we know: its SHA-256 is {seen}.")


def _unpack(archive: Path, folder: Path) -> None:
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(unfinished)
    top = unfinished / archive.stem
    for program in (top / "bin").iterdir():
        program.chmod(0o755)
    top.rename(folder)
    unfinished.rmdir()
    archive.unlink()
