"""What operators can type is documented, and what is documented exists."""

import re
import tomllib
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).parents[2]
OPERATORS = (ROOT / "docs" / "operators.md").read_text()
SOURCES = [*(ROOT / "site").rglob("*.py"), *(ROOT / "plugins").glob("*/*.py")]
SPEAKS_IN_CLI = {"demo", "preflight"}


def rows(heading):
    """Return the first cells of the table below a heading of the operators' page."""
    section = OPERATORS.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]


def test_commands_are_those_that_exist():
    files = (ROOT / "site" / "tomoni").glob("*/management/commands/*.py")
    existing = {path.stem for path in files if path.stem != "__init__"} | SPEAKS_IN_CLI

    documented = {re.findall(r"`tomoni (\w+)", cell)[0] for cell in rows("Commands")}

    assert documented == existing


def test_settings_are_those_that_are_read():
    read = set()
    for path in SOURCES:
        text = path.read_text()
        read |= set(re.findall(r"""environ(?:\.get\(|\[)\s*"([A-Z_]+)["]""", text))
        read |= set(re.findall(r"""names_in\(\s*"([A-Z_]+)["]""", text))
    read |= set(re.findall(r"\$\{(TOMONI_\w+)", (ROOT / "docker" / "entrypoint.sh").read_text()))
    # Set by the code itself, or the DATABASE_URL that dj-database-url reads.
    read = {name for name in read if name != "DJANGO_SETTINGS_MODULE"} | {"DATABASE_URL"}

    documented = {name for cell in rows("Settings") for name in re.findall(r"`(\w+)`", cell)}

    assert documented == read


def test_composition_asks_for_nothing_that_is_not_in_its_example():
    docker = ROOT / "docker"
    asked = set(re.findall(r"\$\{(\w+)", (docker / "compose.yaml").read_text()))
    given = set(re.findall(r"^(\w+)=", (docker / "env.example").read_text(), re.MULTILINE))

    assert asked <= given


def test_bundled_plugin_is_listed_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = {path.parent.name for path in (ROOT / "plugins").glob("*/apps.py")}
    points = project["project"]["entry-points"]["tomoni.plugins"]
    linter = project["tool"]["importlinter"]
    fences = [set(re.split(r" \| ", c["layers"][0])) for c in linter["contracts"] if "layers" in c]

    assert {target.partition(".")[0] for target in points.values()} == packages
    assert {f"tomoni_{name}" for name in points} == packages
    assert set(linter["root_packages"]) == {"tomoni", *packages}
    assert packages in fences
    assert {f"tomoni_{name}" for name in settings.BUNDLED_PLUGINS} <= packages


def test_every_dependency_is_explained():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    names = {re.match(r"[\w.-]+", one)[0].lower() for one in wanted} - {"tomoni"}
    decisions = "".join(p.read_text().lower() for p in (ROOT / "site/decisions").glob("*.md"))

    assert {name for name in names if name not in decisions} == set()


def test_constraints_pin_every_dependency_without_addresses():
    lines = (ROOT / "docker" / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    names = {re.match(r"[\w.-]+", one)[0].lower() for one in wanted} - {"tomoni"}

    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    assert names <= {pin.partition("==")[0].lower() for pin in pins}
