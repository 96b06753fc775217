"""`tomoni messages`: what is missing is named, and a check changes nothing."""

import shutil
from pathlib import Path

import polib
import pytest

from tomoni.project.management.commands.messages import incomplete

ROOT = Path(__file__).parents[2]


def test_incomplete_names_missing_and_unsure_texts(tmp_path):
    folder = tmp_path / "locale" / "ja"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Town", msgstr="まち"))
    catalogue.append(polib.POEntry(msgid="River", msgstr=""))
    catalogue.append(polib.POEntry(msgid="Bridge", msgstr="川", flags=["fuzzy"]))
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="", obsolete=True))
    catalogue.save(str(folder / "django.po"))

    found = list(incomplete(folder, tmp_path))

    assert found == [
        "locale/ja/django.po: missing: 'River'",
        "locale/ja/django.po: unsure: 'Bridge'",
    ]


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs the gettext tools")
def test_check_changes_no_catalogue(terminal):
    before = states()

    done = terminal.run("messages", "--check")

    assert done.stdout or "translate these" in done.stderr
    assert states() == before


def states():
    return {path: path.stat().st_mtime_ns for path in ROOT.glob("**/locale/**/*.po")}
