"""`tomoni plugins --new`: what it writes works, here and as a wheel from elsewhere."""

import re
import shutil
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def written(folder, name):
    call_command("plugins", "--new", name, "--into", str(folder), stdout=StringIO())
    return folder / f"tomoni-{name.replace('_', '-')}"


def test_new_plugin_has_all_its_files_and_no_gaps(tmp_path):
    folder = written(tmp_path, "summer_festival")

    files = {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*") if p.is_file()}
    package = "tomoni_summer_festival"
    assert sorted(files) == [
        "README.md",
        "pyproject.toml",
        "tests/test_summer_festival.py",
        f"{package}/__init__.py",
        f"{package}/apps.py",
        f"{package}/templates/{package}/greeting.html",
        f"{package}/templates/{package}/index.html",
        f"{package}/urls.py",
        f"{package}/views.py",
    ]
    assert [name for name, text in files.items() if re.search("@[A-Z]+@", text)] == []


@pytest.mark.parametrize("name", ["Festival", "2nd", "a-b", "a__b", "..", "a/b", ""])
def test_name_that_is_no_name_is_refused(tmp_path, name):
    if not name:
        name = " "

    with pytest.raises(CommandError, match="made of a–z, 0–9 and _"):
        written(tmp_path, name)

    assert list(tmp_path.iterdir()) == []


def test_existing_folder_is_left_alone(tmp_path):
    written(tmp_path, "festival")

    with pytest.raises(CommandError, match="exists already"):
        written(tmp_path, "festival")


def test_new_plugin_runs(dummy_site, register_plugin, tmp_path):
    folder = written(tmp_path, "festival")
    register_plugin(
        dummy_site.path, "festival", "tomoni_festival.apps:FestivalConfig", dist="tomoni-festival"
    )
    shutil.move(folder / "tomoni_festival", dummy_site.path)

    [[status, page]] = dummy_site.tell("fetch", "/ja/festival/", TOMONI_PLUGINS="festival")

    # Once as the page, once as the fragment below it.
    assert (status, page.count("Hello from Festival")) == (200, 2)


@pytest.mark.packaging
def test_new_plugin_passes_its_own_tests_from_a_foreign_wheel(bare_site, tmp_path):
    folder = written(tmp_path, "festival")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    wheels = tmp_path / "wheels"
    subprocess.run([*pip, "wheel", "--no-deps", "-w", wheels, folder], check=True)
    [wheel] = wheels.iterdir()
    options = ["--no-deps", "--no-index", "--target", bare_site.path]
    subprocess.run([*pip, "install", *options, wheel], check=True)
    shutil.rmtree(folder / "tomoni_festival")

    tested = own_tests(bare_site, folder)
    listed = bare_site.states("festival", TOMONI_PLUGINS="festival")

    assert (tested.returncode, tested.stdout.split()[-4:-2]) == (0, ["2", "passed"])
    assert listed == [["festival", "0.1.0", "enabled"]]


def own_tests(site, folder):
    return site.python(
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        str(folder / "pyproject.toml"),
        str(folder / "tests"),
        DJANGO_SETTINGS_MODULE="tomoni.project.settings.test",
    )
