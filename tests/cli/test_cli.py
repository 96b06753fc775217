"""The command `tomoni` itself."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import tomoni
from tomoni.cli import NO_SITE

ROOT = Path(__file__).parents[2]


def test_missing_database_is_said_in_a_sentence(terminal):
    done = terminal.run("run_due", TOMONI_DATA="nowhere")

    assert (done.returncode, done.stderr) == (1, f"{NO_SITE}\n")


def test_database_that_does_not_answer_keeps_its_own_words(terminal):
    done = terminal.run("run_due", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")

    assert done.returncode == 1
    assert "OperationalError" in done.stderr


def test_secret_key_chooses_production(terminal):
    done = terminal.run("diffsettings", TOMONI_SECRET_KEY="k" * 50, TOMONI_HOSTS="www.example.jp")

    assert done.returncode == 0, done.stderr
    assert "ALLOWED_HOSTS = ['www.example.jp']\n" in done.stdout
    assert "SECURE_SSL_REDIRECT = True\n" in done.stdout


def test_host_names_may_stand_apart_and_stand_for_all_below_them(terminal):
    done = terminal.run(
        "diffsettings", TOMONI_SECRET_KEY="k" * 50, TOMONI_HOSTS="www.example.jp, .town.jp ,"
    )

    assert "ALLOWED_HOSTS = ['www.example.jp', '.town.jp']\n" in done.stdout
    assert (
        "CSRF_TRUSTED_ORIGINS = "
        "['https://www.example.jp', 'https://town.jp', 'https://*.town.jp']\n"
    ) in done.stdout


def test_production_passes_the_deployment_check(terminal):
    done = terminal.run(
        "check",
        "--deploy",
        "--fail-level=WARNING",
        TOMONI_SECRET_KEY="A random text: 8 and more? Of characters! #50 (five)",
        TOMONI_HOSTS="www.example.jp",
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_manage_py_is_the_same_command(terminal):
    done = subprocess.run(
        [sys.executable, ROOT / "site" / "manage.py", "diffsettings"],
        cwd=terminal.folder,
        capture_output=True,
        text=True,
        check=False,
        env=terminal._environment({}),
    )

    assert done.returncode == 0, done.stderr
    assert "ROOT_URLCONF = 'tomoni.project.urls'" in done.stdout


def test_version_is_that_of_the_distribution():
    assert tomoni.__version__ == version("tomoni")
