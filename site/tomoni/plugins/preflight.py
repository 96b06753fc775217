"""`tomoni preflight`: start the site in a child process and name the plugins that break it.

Django cannot skip an app whose models fail half-way, so this happens before the real start:
`export TOMONI_PLUGINS_HELD="$(tomoni preflight)"`. Only the names go to standard output.
"""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_noop

from tomoni.plugins.loading import installed, names_in

HELD = "TOMONI_PLUGINS_HELD"
START = "--start"
NOBODY = gettext_noop("The site does not start, and no plugin is to blame.")


@dataclass(frozen=True)
class Verdict:
    """How a start went: well, or with an error and perhaps a plugin to blame for it."""

    error: str = ""
    culprit: str = ""


def main(arguments: Sequence[str] = ()) -> int:
    """Print the names to hold back, separated by commas; end with 1 when that does not help."""
    if START in arguments:
        print(json.dumps(_start()))  # noqa: T201 -- the answer to the parent process
        return 0
    held = list(names_in(HELD))
    while True:
        verdict = _try({**os.environ, HELD: ",".join(held)})
        if not verdict.error:
            break
        print(verdict.error, file=sys.stderr)  # noqa: T201 -- a command's own output
        if not verdict.culprit or verdict.culprit in held:
            print(NOBODY, file=sys.stderr)  # noqa: T201
            return 1
        held.append(verdict.culprit)
    print(",".join(held))  # noqa: T201
    return 0


def _try(environment: Mapping[str, str]) -> Verdict:
    child = subprocess.run(  # noqa: S603 -- our own interpreter and module
        [sys.executable, "-m", __spec__.name, START],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return Verdict(**json.loads(child.stdout.strip().splitlines()[-1]))
    except (IndexError, TypeError, ValueError):
        return Verdict(error=child.stderr.strip() or f"exit {child.returncode}")


def _start() -> dict[str, str]:
    """Start the site as a server would; runs in the child."""
    try:
        import django  # noqa: PLC0415 -- slow

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 -- app ready

        call_command("check", stdout=sys.stderr, stderr=sys.stderr)
    except BaseException as error:  # noqa: BLE001 -- even a sys.exit in a plugin must be blamed
        text = "".join(traceback.format_exception(error))
        return {"error": text, "culprit": blamed(error)}
    return {"error": "", "culprit": ""}


def blamed(error: BaseException) -> str:
    """Return the plugin that owns the innermost frame of an error, or an empty string."""
    folders = {name: folder for name, points in installed().items() for folder in _folders(points)}
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        files.append(error.filename)
    for file in reversed(files):
        for name, folder in folders.items():
            if Path(file).is_relative_to(folder):
                return name
    return ""


def _folders(points: Sequence) -> list[Path]:
    """Find the folders of the plugins' packages among the modules already imported."""
    packages = {point.module.partition(".")[0] for point in points}
    modules = [sys.modules[package] for package in packages if package in sys.modules]
    return [Path(folder) for module in modules for folder in getattr(module, "__path__", ())]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
