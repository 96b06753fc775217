"""`tomoni run_due`: run the periodic tasks that are due; meant for cron."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tomoni.plugins.periodic import Standing, run_due, standings


class Command(BaseCommand):
    help = "Run every periodic task that is due. Ends with 1 when one of them failed."
    # Mails of cron would repeat the same warnings for ever.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--list", action="store_true", help="show the tasks, run nothing")

    def handle(self, *_args: Any, **options: Any) -> None:  # Any: Django's own signature
        if options["list"]:
            for standing in standings():
                self.stdout.write(_line(standing))
            return
        outcomes = run_due()
        for outcome in outcomes:
            self.stdout.write(f"{outcome.name}: {outcome.error or _('done')}")
        if any(outcome.error for outcome in outcomes):
            sys.exit(1)


def _line(standing: Standing) -> str:
    last = date_format(localtime(standing.last), "Y-m-d H:i") if standing.last else _("never")
    state = standing.error or (_("due") if standing.is_due else _("waiting"))
    return f"{standing.name}\t{standing.task.label}\t{standing.task.every}\t{last}\t{state}"
