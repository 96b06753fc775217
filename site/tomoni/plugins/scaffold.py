"""`tomoni plugins --new NAME`: write a small plugin that works and passes its own tests."""

import re
from importlib.resources import as_file, files
from pathlib import Path

from django.utils.translation import gettext as _

from tomoni import __version__

FILES = "scaffold_files"


class ScaffoldError(Exception):
    """Says in a sentence why no plugin can be written."""


def write_plugin(name: str, into: Path) -> Path:
    """Write the plugin into a new folder and return it."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise ScaffoldError(
            _("A plugin's name is made of a–z, 0–9 and _, and begins with a letter: %(name)s")
            % {"name": name}
        )
    target = into.resolve() / f"tomoni-{name.replace('_', '-')}"
    if target.exists():
        raise ScaffoldError(_("%(folder)s exists already.") % {"folder": target})
    words = {
        "NAME": name,
        "TITLE": name.replace("_", " ").capitalize(),
        "CLASS": "".join(part.capitalize() for part in name.split("_")),
        "DIST": target.name,
        "CORE": ".".join(__version__.split(".")[:2]),
    }
    with as_file(files(__package__) / FILES) as source:
        for file in sorted(path for path in source.rglob("*.txt") if path.is_file()):
            inside = _filled(str(file.relative_to(source).with_suffix("")), words)
            destination = target / inside
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_text(_filled(file.read_text(), words))
    return target


def _filled(text: str, words: dict[str, str]) -> str:
    """Replace @NAME@ and the other words; the signs occur in no Python or template code."""
    return re.sub(r"@([A-Z]+)@", lambda found: words[found[1]], text)
