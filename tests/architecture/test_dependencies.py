"""What a running site imports comes with what it installs, not with a developer's tools."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
OURS = [
    path
    for path in [*(ROOT / "site" / "tomoni").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")]
    if not {"tests", "testing", "scaffold_files"} & set(path.parts)
]
# Only where an extra was asked for; the code says so at the place.
OPTIONAL = {"elasticsearch", "psycopg", "redis"}


def named(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def installed() -> set[str]:
    """Return what is installed with the site: its dependencies, and theirs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found: set[str] = set()
    waiting = [Requirement(one) for one in project["dependencies"]]
    while waiting:
        one = waiting.pop()
        if named(one.name) in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found.add(named(one.name))
        try:
            waiting += [Requirement(text) for text in requires(one.name) or []]
        except PackageNotFoundError:
            pytest.fail(f"{one.name} is not installed: install the project anew")
    return found


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the top modules that are imported, but not those that only types need."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]
        yield from imports(node)


def test_site_imports_only_what_is_installed_with_it():
    at_hand = installed()
    makers = packages_distributions()
    missing = {
        (name, str(path.relative_to(ROOT)))
        for path in OURS
        for name in imports(ast.parse(path.read_text()))
        if name not in sys.stdlib_module_names
        and not name.startswith("tomoni")
        and not {named(maker) for maker in makers.get(name, [])} & (at_hand | OPTIONAL)
    }

    assert missing == set()
