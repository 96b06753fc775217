"""`tomoni read_imports`: read uploads that wait; requests start it, and so may an operator."""

from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from tomoni.guidelines.services import read_upload, read_waiting

# A guideline of 500 pages needs a fifth of it; what wants more must not take the server along.
MEMORY = 2 * 1024**3


class Command(BaseCommand):
    help = "Read the uploaded guidelines that wait to be read."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", type=int, help="the number of one upload")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        del args
        _bound_memory()
        only = options["only"]
        count = int(read_upload(only)) if only else read_waiting()
        self.stdout.write(
            ngettext("%(count)d upload read", "%(count)d uploads read", count) % {"count": count}
        )


def _bound_memory() -> None:
    """Let this process fail before the machine does, where the system can be asked for that."""
    try:
        import resource  # noqa: PLC0415 -- optional
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
