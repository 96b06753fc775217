"""`tomoni messages`: renew the catalogues of the core, of every bundled plugin, and for Wagtail."""

import shutil
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings
from django.utils.translation import to_locale

from tomoni.project import wagtail_texts

ROOT = Path(__file__).resolve().parents[5]
# The language that each text must exist in before a change lands; others may lag behind.
COMPLETE = "ja"
# Texts for plugin authors and for the demo town have their languages elsewhere.
LEFT_OUT = ["scaffold_files/*", "content/*", "tests/*", "node_modules/*"]


@dataclass(frozen=True)
class Source:
    """A folder of code and the folder that its catalogues lie in."""

    code: Path
    catalogues: Path


class Command(BaseCommand):
    help = "Renew the message catalogues; --check only tells what is missing. Needs gettext."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; 1 if incomplete")
        parser.add_argument(
            "--wagtail",
            action="store_true",
            help="instead of our own texts, those that the installed Wagtail has no Japanese for",
        )

    def handle(self, *_args: Any, **options: Any) -> None:  # Any: Django's own signature
        if not (ROOT / "pyproject.toml").is_file():
            raise CommandError("Run this in a checkout: an installed Tomoni has no sources.")
        if options["wagtail"]:
            self._wagtail(change=not options["check"])
            return
        if not options["check"]:
            for source in _sources(ROOT):
                _renew(source)
            return
        faults = _faults()
        if faults:
            raise CommandError("\n".join([*faults, "Run: tomoni messages, and translate these."]))
        self.stdout.write(f"Every text exists in {COMPLETE}.")

    def _wagtail(self, *, change: bool) -> None:
        lacking = wagtail_texts.untranslated()
        for msgid in wagtail_texts.unknown():
            self.stdout.write(f"not said by what is installed here: {msgid!r}")
        if lacking and change:
            wagtail_texts.add(lacking)
        for text in lacking:
            self.stdout.write(f"missing: {text.msgid!r} ({', '.join(text.places)})")
        if lacking:
            where = wagtail_texts.our_folder()
            raise CommandError(f"{len(lacking)} texts of Wagtail to translate in {where}")
        self.stdout.write(f"Every text of Wagtail exists in {COMPLETE}.")


def _sources(root: Path) -> Iterator[Source]:
    yield Source(root / "site", root / "locale")
    for apps in sorted((root / "plugins").glob("*/apps.py")):
        yield Source(apps.parent, apps.parent / "locale")


def _renew(source: Source) -> None:
    source.catalogues.mkdir(exist_ok=True)
    with chdir(source.code), override_settings(LOCALE_PATHS=[source.catalogues]):
        call_command(
            "makemessages",
            locale=[to_locale(code) for code, _name in settings.LANGUAGES],
            ignore_patterns=LEFT_OUT,
            extensions=["html", "py", "txt"],
            add_location="file",
            no_obsolete=True,
            no_wrap=True,
            verbosity=0,
        )
    for path in source.catalogues.rglob("*.po"):
        _settle(path)


def _settle(path: Path) -> None:
    """Write a catalogue in one way, whatever gettext's version: no date, no wrapped lines."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    catalogue.metadata.pop("POT-Creation-Date", None)
    catalogue.save()


def _faults() -> list[str]:
    """Renew the catalogues of a copy of the checkout, and name what they lack there."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("site", "plugins", "locale"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("*.mo"))
        faults: list[str] = []
        for source in _sources(copy):
            _renew(source)
            faults += incomplete(source.catalogues / to_locale(COMPLETE), copy)
    return faults


def incomplete(language: Path, root: Path) -> Iterator[str]:
    """Name each text of a language that is not translated, or not for sure."""
    for path in sorted(language.rglob("*.po")):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete and not entry.translated():
                state = "unsure" if entry.fuzzy else "missing"
                yield f"{path.relative_to(root)}: {state}: {entry.msgid!r}"
