"""Find a Java that an Elasticsearch runs on."""

import os
import re
import shutil
from pathlib import Path

from tests.servers.distribution import ServerError

# The oldest Java for each major version of the server.
NEEDED = {8: 17, 9: 21}


def java_for(version: str) -> Path:
    """Return the home of the oldest installed Java that is new enough for a server's version."""
    needed = NEEDED[int(version.partition(".")[0])]
    found = sorted((age, home) for home in _homes() if (age := _age(home)) >= needed)
    if not found:
        raise ServerError(
            f"Elasticsearch {version} needs Java {needed} or newer: install it (Debian 12 has "
            "openjdk-17-jre-headless) or set ES_JAVA_HOME."
        )
    return found[0][1]


def _homes() -> list[Path]:
    if named := os.environ.get("ES_JAVA_HOME"):
        return [Path(named)]
    homes = [Path(named)] if (named := os.environ.get("JAVA_HOME")) else []
    if program := shutil.which("java"):
        homes.append(Path(program).resolve().parents[1])
    return [*homes, *Path("/usr/lib/jvm").glob("*")]


def _age(home: Path) -> int:
    """Return the major version of a Java, 0 where there is none."""
    release = home / "release"
    if not (home / "bin" / "java").exists() or not release.exists():
        return 0
    stated = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(), re.MULTILINE)
    return int(stated[1]) if stated else 0
