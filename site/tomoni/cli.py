"""The `tomoni` command: the demo, preflight, and every Django command."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Choose the settings that fit the command and hand over to Django."""
    if sys.argv[1:2] == ["demo"]:
        from tomoni.project.demo import main as demo  # noqa: PLC0415 -- slow

        sys.exit(demo(sys.argv[2:]))
    default = "production" if os.environ.get("TOMONI_SECRET_KEY") else "demo"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"tomoni.project.settings.{default}")
    execute_from_command_line(sys.argv)
