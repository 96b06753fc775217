"""The `tomoni` command: the demo, preflight, and every Django command."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection

NO_SITE = (
    "There is no site in this database yet. Run `tomoni demo --no-serve` or `tomoni migrate` "
    "first, or name the folder of another one with TOMONI_DATA."
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
    except DatabaseError:
        # A new checkout or the wrong folder deserves a sentence, every other error its traceback.
        if _has_site():
            raise
        sys.exit(NO_SITE)


def _has_site() -> bool:
    try:
        return "django_migrations" in connection.introspection.table_names()
    except DatabaseError:
        return connection.vendor != "sqlite"
