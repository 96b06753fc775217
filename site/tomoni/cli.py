"""The `tomoni` command: the demo, preflight, and every Django command."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError

NO_DATABASE = (
    "There is no database here yet. Run `tomoni demo --no-serve` first, or name the folder of "
    "another one with TOMONI_DATA."
)


def main() -> None:
    """Choose the settings that fit the command and hand over to Django."""
    if sys.argv[1:2] == ["demo"]:
        from tomoni.project.demo import main as demo  # noqa: PLC0415 -- slow

        sys.exit(demo(sys.argv[2:]))
    default = "production" if os.environ.get("TOMONI_SECRET_KEY") else "demo"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"tomoni.project.settings.{default}")
    if sys.argv[1:2] == ["preflight"]:
        from tomoni.plugins.preflight import main as preflight  # noqa: PLC0415 -- slow

        sys.exit(preflight(sys.argv[2:]))
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        # SQLite says this when the data folder is missing: a new checkout, or the wrong folder.
        if "unable to open database file" not in str(error):
            raise
        sys.exit(NO_DATABASE)
