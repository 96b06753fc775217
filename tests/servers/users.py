"""Run a server as a system user of its own: Elasticsearch refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_USER = "tomoni-elasticsearch"


def chosen_user() -> str | None:
    """Return the name of the user to run as, None where the own one will do."""
    if os.geteuid():
        return None
    try:
        pwd.getpwnam(_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--shell", "/bin/sh", _USER], check=True)
    return _USER


def hand_over(folder: Path) -> None:
    """Give a folder and all in it to the user that will run the server."""
    if user := chosen_user():
        subprocess.run(["chown", "-R", f"{user}:", str(folder)], check=True)


def run_as(
    user: str | None,
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    stdin: str,
    cwd: Path,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, as another user where one is named."""
    change = ["runuser", "-u", user, "--"] if user else []
    pairs = [f"{name}={value}" for name, value in environment.items()]
    whole = [*change, "env", *pairs, *command]
    return subprocess.run(whole, input=stdin, cwd=cwd, capture_output=True, text=True, check=False)
