"""Whether this machine can draw PDFs: WeasyPrint stands on Pango, which pip does not bring."""

import ctypes
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as Notice
from django.utils.translation import gettext as _

from tomoni.plugins import Health

# What has to be there on the systems that most towns run.
LIBRARIES = {
    "linux": (
        "libgobject-2.0.so.0",
        "libpango-1.0.so.0",
        "libharfbuzz.so.0",
        "libfontconfig.so.1",
        "libpangoft2-1.0.so.0",
    )
}
REMEDY = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"


@cache
def can_print() -> bool:
    """Tell whether PDFs can be drawn here.

    Opening the libraries costs nothing; only where that fails, or on a system that we do not
    know, WeasyPrint itself is asked, which takes half a second.
    """
    if find_spec("weasyprint") is None:
        return False
    names = LIBRARIES.get(sys.platform, ())
    return (bool(names) and all(_opens(name) for name in names)) or not fault()


@cache
def fault() -> str:
    """Return why WeasyPrint does not start, or nothing where it does.

    It is asked in a process of its own: where it is imported, it takes 45 MB for good and lets
    broken pictures pass everywhere.
    """
    asked = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True, text=True, check=False
    )
    if asked.returncode == 0:
        return ""
    return next(iter(reversed(asked.stderr.strip().splitlines())), "unknown")


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def ask() -> Health:
    """Say how PDFs stand; a site without them is well, so this never makes it unready."""
    if can_print():
        return Health(ok=True, detail=_("PDFs can be made."))
    return Health(ok=True, detail=_("No PDFs: %(remedy)s") % {"remedy": REMEDY})


@register
def check_library(**kwargs: Any) -> Iterable[CheckMessage]:  # Any: Django's signature
    """Tell who runs `tomoni check` what to install."""
    del kwargs
    if can_print():
        return []
    return [
        Notice(
            _("PDFs cannot be made: the system library Pango is missing. The site runs without."),
            hint=_("On Debian and Ubuntu: %(remedy)s") % {"remedy": REMEDY},
            id="tomoni_guidelines.W001",
        )
    ]
