"""A demo in a process of its own, as somebody at a terminal has it."""

import os
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

DROPPED = {
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "LANG",
    "LC_MESSAGES",
    "REDIS_URL",
    "TOMONI_ELASTICSEARCH",
}


@dataclass
class Terminal:
    """A working folder, and commands typed there."""

    folder: Path
    environment: dict = field(default_factory=dict)

    def _environment(self, more):
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in DROPPED and (name == "TOMONI_PLUGINS" or not name.startswith("TOMONI_"))
        }
        return {**kept, "LC_ALL": "C", "PYTHONUNBUFFERED": "1", **self.environment, **more}

    def run(self, *arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "tomoni", *map(str, arguments)],
            cwd=self.folder,
            env=self._environment(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    def start(self, *arguments, **environment):
        return subprocess.Popen(
            [sys.executable, "-m", "tomoni", *map(str, arguments)],
            cwd=self.folder,
            env=self._environment(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture
def terminal(tmp_path):
    return Terminal(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The outcome of a first `tomoni demo --no-serve` in an empty folder."""
    terminal = Terminal(tmp_path_factory.mktemp("demo"))
    return terminal, terminal.run("demo", "--no-serve")


@pytest.fixture
def demo(built, tmp_path):
    """A terminal whose folder has a finished demo in `tomoni-data`."""
    shutil.copytree(built[0].folder / "tomoni-data", tmp_path / "tomoni-data")
    return Terminal(tmp_path)


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
