"""A machine without Pango: the site runs, says what to install, and offers no PDF."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tomoni.guidelines.printing import library

ASK = """
import django
django.setup()
from django.core.checks import run_checks
from django.test import Client
from tomoni.guidelines.printing import library
from tomoni.plugins.health import ask_all
print(library.can_print())
print(library.fault())
print([one.id for one in run_checks() if one.id == "tomoni_guidelines.W001"])
print(dict(ask_all())["pdfs"])
"""
# What a server imports, and every view behind its addresses.
SERVE = """
import sys
from tomoni.project import wsgi
from django.urls import get_resolver
from PIL import ImageFile
from tomoni.guidelines.printing import library
from tomoni.guidelines.views import pdfs
get_resolver().url_patterns
library.can_print(), library.fault(), library.ask()
print("weasyprint" in sys.modules, "pydyf" in sys.modules, ImageFile.LOAD_TRUNCATED_IMAGES)
"""


def ask(program: str = ASK, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "LANGUAGE": "en", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder in which the dynamic linker finds a Pango that is none."""
    for name in ("libpango-1.0.so.0", "libpango-1.0.so"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="the linker's variable is Linux's")
def test_site_without_pango_says_what_to_install(broken: Path) -> None:
    answer = ask(LD_LIBRARY_PATH=str(broken))

    can_print, fault, checks, health = answer.stdout.splitlines()
    assert (can_print, checks) == ("False", "['tomoni_guidelines.W001']")
    assert fault.startswith("OSError: cannot load library")
    assert "ok=True" in health
    assert library.REMEDY in health


def test_server_never_draws_and_lets_no_broken_picture_pass(broken: Path) -> None:
    well = ask(SERVE)
    ill = ask(SERVE, LD_LIBRARY_PATH=str(broken))

    assert (well.stdout, ill.stdout) == ("False False False\n", "False False False\n")


def test_this_machine_can_print() -> None:
    assert (library.can_print(), library.fault(), library.check_library()) == (True, "", [])
