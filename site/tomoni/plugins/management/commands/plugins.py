"""`tomoni plugins`: list the plugins, retire one for good, or write a new one."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tomoni.plugins.listing import lines
from tomoni.plugins.retiring import RetirementError, estate_of, retire
from tomoni.plugins.scaffold import ScaffoldError, write_plugin


class Command(BaseCommand):
    help = "List plugins with their state; --retire NAME removes one, --new NAME writes one."
    # Its own output says all of that better.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--retire", metavar="NAME", help="show what would be removed for good")
        what.add_argument("--new", metavar="NAME", help="write a new plugin that works")
        parser.add_argument("--yes", action="store_true", help="with --retire: really remove it")
        parser.add_argument("--into", type=Path, default=Path(), help="with --new: the folder")

    def handle(self, *_args: Any, **options: Any) -> None:  # Any: Django's own signature
        try:
            if options["retire"]:
                self._retire(options["retire"], sure=options["yes"])
            elif options["new"]:
                self._new(options["new"], options["into"])
            else:
                self._list()
        except (RetirementError, ScaffoldError) as error:
            raise CommandError(str(error)) from error

    def _list(self) -> None:
        shown = lines()
        head = (_("Plugin"), _("Version"), _("State"))
        rows = [head, *((line.name, line.version, line.state) for line in shown)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        reasons = [(), *(line.why for line in shown)]
        for row, why in zip(rows, reasons, strict=True):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
            for sentence in why:
                self.stdout.write(f"    {sentence}")

    def _retire(self, name: str, *, sure: bool) -> None:
        estate = estate_of(name)
        self.stdout.write(_("%(name)s owns:") % {"name": name})
        for page in estate.pages:
            self.stdout.write(f"  {page.title} ({page.url_path})")
        for kind, count in estate.rows:
            self.stdout.write(f"  {kind}: {count}")
        if not sure:
            self.stdout.write(_("Nothing was changed. Add --yes to remove all this for good."))
            return
        retire(estate, self.stdout.write)

    def _new(self, name: str, into: Path) -> None:
        folder = write_plugin(name, into)
        self.stdout.write(
            _(
                "Written: %(folder)s\n"
                'Next: python -m pip install -e "%(folder)s", add %(name)s to TOMONI_PLUGINS, '
                "and run pytest in that folder."
            )
            % {"folder": folder, "name": name}
        )
