"""`tomoni import_guideline FILE`: from a text, Word or PDF file to the pages of a guideline."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Site

from tomoni.guidelines.drafting import draft_of
from tomoni.guidelines.importing.guideline import read_guideline
from tomoni.guidelines.importing.refusals import LARGEST, GuidelineFileError
from tomoni.guidelines.importing.result import ImportedGuideline
from tomoni.guidelines.services import GuidelineExistsError, create_guideline, free_slug

SHOWN = 60


class Command(BaseCommand):
    help = "Read a guideline from a file and make pages of it, as drafts or published."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a Word file (.docx), a PDF with text, or a text file")
        parser.add_argument("--title", help="the guideline's title, where the text does not say it")
        parser.add_argument("--slug", help="the last part of its address")
        parser.add_argument("--dry-run", action="store_true", help="read only, make no pages")
        parser.add_argument("--json", action="store_true", help="print what was read as JSON")
        parser.add_argument("--publish", action="store_true", help="publish the pages at once")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        del args
        imported = self.read(Path(options["file"]), title=options["title"])
        if options["json"]:
            self.stdout.write(json.dumps(imported.to_json(), ensure_ascii=False, indent=2))
        else:
            self.report(imported)
        if not options["dry_run"]:
            self.make_pages(imported, slug=options["slug"], publish=options["publish"])

    def read(self, path: Path, *, title: str | None) -> ImportedGuideline:
        try:
            if path.stat().st_size > LARGEST:
                raise CommandError(
                    _("“%(file)s” is larger than 20 MB. Save only its text, and try again.")
                    % {"file": path.name}
                )
            return read_guideline(
                path.read_bytes(), filename=path.name, title=title, progress=self.progress
            )
        except OSError as error:
            raise CommandError(
                _("“%(file)s” cannot be opened: %(reason)s. Check the path and the rights.")
                % {"file": path, "reason": error.strerror}
            ) from error
        except GuidelineFileError as error:
            raise CommandError(str(error)) from error

    def progress(self, done: int, total: int) -> None:
        """Show how far the reading is, where a person looks on."""
        if not self.stderr.isatty():
            return
        end = "\n" if done == total else "\r"
        shown = _("Page %(done)d of %(total)d") if total else _("Page %(done)d")
        self.stderr.write(shown % {"done": done, "total": total}, ending=end)

    def report(self, imported: ImportedGuideline) -> None:
        """Say what was found, what was repaired and what is left for a person to look at."""
        sections = list(imported.sections())
        resolved = sum(reference.resolved for reference in imported.references)
        self.stdout.write(imported.title)
        self.stdout.write(
            _("%(chapters)d chapters, %(headings)d headings, %(notes)d notes")
            % {
                "chapters": len(imported.chapters),
                "headings": len(sections),
                "notes": len(imported.notes),
            }
        )
        self.stdout.write(
            _("%(resolved)d of %(total)d references lead to their section")
            % {"resolved": resolved, "total": len(imported.references)}
        )
        for repair in imported.repairs:
            times = ngettext("%(count)d time", "%(count)d times", repair.count) % {
                "count": repair.count
            }
            self.stdout.write(f"  {repair.before!r} → {repair.after!r}: {times}")
        if imported.set_aside:
            self.stdout.write(_("Set aside, please look at them:"))
        for piece in imported.set_aside:
            text = " ".join(piece.text.split())
            shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
            self.stdout.write(f"  {piece.line}: {shown} ({piece.reason})")

    def make_pages(self, imported: ImportedGuideline, *, slug: str | None, publish: bool) -> None:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise CommandError(_("There is no site yet. Run “tomoni demo”, or make one first."))
        parent = site.root_page.specific
        draft = draft_of(imported, slug=slug or free_slug(parent=parent))
        try:
            document = create_guideline(parent=parent, draft=draft, publish=publish)
        except GuidelineExistsError as error:
            raise CommandError(str(error)) from error
        # With --json the standard output is the JSON alone, so that a program can read it.
        self.stderr.write(
            (_("Published: %(address)s") if publish else _("Draft made: %(address)s"))
            % {"address": document.get_url_parts()[2]},
            self.style.SUCCESS,
        )
