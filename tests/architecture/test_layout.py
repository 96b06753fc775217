"""The tree keeps its shape: where things lie, how long they may be, and that the map names them."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    ".ci",
    ".dockerignore",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.ja.md",
    "README.md",
    "docker",
    "docs",
    "locale",
    "plugins",
    "pyproject.toml",
    "site",
    "tests",
}
LONGEST = 400
REASONS = {"app ready", "optional", "slow", "thin method"}


def tracked(*patterns):
    """Return the files that git knows, so that nobody's leftovers count."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout: its own files cannot be told from leftovers")
    command = ["git", "-c", "safe.directory=*", "ls-files", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def modules():
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def test_top_level_holds_nothing_else():
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}

    assert names == TOP


@pytest.mark.parametrize("folder", ["site", "locale", "plugins"])
def test_source_root_is_no_package(folder):
    inits = list((ROOT / folder).glob("__init__.py"))

    assert inits == []


def test_uv_lock_and_data_are_ignored():
    command = ["git", "-c", "safe.directory=*", "check-ignore", "uv.lock", "tomoni-data/x"]
    ignored = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ignored.stdout.splitlines() == ["uv.lock", "tomoni-data/x"]


def test_module_is_not_too_long():
    lengths = {path: len(path.read_text().splitlines()) for path in modules()}

    assert {str(p): n for p, n in lengths.items() if n > LONGEST} == {}


def test_module_says_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []


def test_late_import_gives_a_reason():
    pattern = re.compile(r"noqa: PLC0415(?: -- (.*))?$", re.MULTILINE)
    given = {
        (str(path.relative_to(ROOT)), reason)
        for path in modules()
        if "site" in path.parts or "plugins" in path.parts
        for reason in pattern.findall(path.read_text())
    }

    assert {one for one in given if one[1] not in REASONS} == set()


def test_map_names_every_room():
    rooms = {
        path.name
        for path in (ROOT / "site" / "tomoni").iterdir()
        if (path / "__init__.py").exists()
    }
    named = set(re.findall(r"`tomoni/(\w+)/`", (ROOT / "site" / "README.md").read_text()))

    assert rooms == named


def test_map_leads_to_existing_files():
    mentioned = re.findall(r"`(tomoni/[\w/.-]+)`", (ROOT / "site" / "README.md").read_text())

    assert [name for name in mentioned if not (ROOT / "site" / name).exists()] == []


def test_link_in_documentation_leads_somewhere():
    broken = [
        (str(path.relative_to(ROOT)), target)
        for path in tracked("*.md")
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text())
        if "://" not in target and not (path.parent / target).exists()
    ]

    assert broken == []


def test_decision_says_context_choice_and_price():
    decisions = sorted((ROOT / "site" / "decisions").glob("*.md"))
    headings = {
        path.name: re.findall(r"^\*\*(\w+)(?: with)?\.\*\*", path.read_text(), re.MULTILINE)
        for path in decisions
    }

    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    assert headings == {path.name: ["Context", "Choice", "Compared", "Price"] for path in decisions}
