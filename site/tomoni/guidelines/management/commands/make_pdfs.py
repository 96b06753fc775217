"""`tomoni make_pdfs`: make the PDFs that wait, now and here."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tomoni.guidelines.printing import ahead, library, making


class Command(BaseCommand):
    help = "Make the PDFs that visitors asked for; with --ahead, of every published document."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ahead", action="store_true", help="of every published document")
        parser.add_argument("--quietly", action="store_true", help="let everybody else go first")

    def handle(self, *args: Any, **options: Any) -> None:
        del args
        if not library.can_print():
            raise CommandError(_("No PDFs: %(remedy)s") % {"remedy": library.REMEDY})
        if options["quietly"] and hasattr(os, "nice"):
            os.nice(10)
        if options["ahead"]:
            ahead.ask_for_published()
        made = making.make_waiting()
        self.stdout.write(_("%(number)d PDFs were made.") % {"number": made})
