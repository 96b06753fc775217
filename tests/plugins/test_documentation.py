"""`plugins/README.md` against the code, and the public names against their snapshot."""

import inspect
import re
from pathlib import Path

import pytest

import tomoni.plugins
from tomoni.plugins import bodies
from tomoni.plugins.problems import Code
from tomoni.testing import fixtures

ROOT = Path(__file__).parents[2]
README = (ROOT / "plugins" / "README.md").read_text()
SNAPSHOT = Path(__file__).parent / "public_names.txt"
PUBLIC = {name: getattr(tomoni.plugins, name) for name in tomoni.plugins.__all__}
PUBLIC["OpenStreamField"] = bodies.OpenStreamField


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def signature_of(thing):
    kind = thing if inspect.isclass(thing) else type(thing)
    if hasattr(kind, "__dataclass_fields__"):
        return str(inspect.signature(kind)).removesuffix(" -> None")
    members = {name: member for name, member in vars(kind).items() if not name.startswith("_")}
    return " ".join(
        f"{name}{inspect.signature(member) if callable(member) else ''}"
        for name, member in sorted(members.items())
    )


def test_every_public_name_has_a_heading_and_each_heading_is_one():
    headings = re.findall(r"^### (\w+)$", README, re.MULTILINE)

    assert sorted(headings) == sorted(PUBLIC)


def test_every_slot_in_a_template_is_in_the_table_and_no_other():
    templates = [p for p in (ROOT / "site").rglob("*.html") if "scaffold_files" not in p.parts]
    used = {n for p in templates for n in re.findall(r'{% slot "([^"]+)" %}', p.read_text())}

    told = re.findall(r"^\| `([\w.]+)` \|", section("Slots"), re.MULTILINE)

    assert sorted(told) == sorted(used)


def test_every_body_of_the_core_is_named():
    sources = [p.read_text() for p in (ROOT / "site").rglob("models/*.py")]
    used = {body for text in sources for body in re.findall(r'body="(\w+)"', text)}

    told = re.search(r"Bodies of the core:(.*?)\. `block`", README, re.DOTALL)[1]

    assert sorted(re.findall(r"`(\w+)`", told)) == sorted(used)


def test_every_fixture_is_in_the_table():
    marked = [name for name, thing in vars(fixtures).items() if "Fixture" in type(thing).__name__]

    told = re.findall(r"^\| `(\w+)` \|", section("Tests"), re.MULTILINE)

    assert sorted(told) == sorted(marked)


def test_problem_numbers_are_the_ones_named():
    told = re.search(r"`(tomoni\.W\d+)` – `(tomoni\.W\d+)`", README)

    assert told.groups() == (min(Code), max(Code))


@pytest.mark.parametrize("example", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_every_example_names_real_arguments(example):
    calls = re.findall(r"^(\w+)\((.*)\)$", example, re.MULTILINE)

    for name, arguments in calls:
        known = inspect.signature(PUBLIC[name]).parameters
        assert set(re.findall(r"(?:^|, )(\w+)=", arguments)) <= set(known)


def test_checklist_has_ten_lines():
    numbers = re.findall(r"^(\d+)\. ", section("Checklist"), re.MULTILINE)

    assert numbers == [str(number) for number in range(1, 11)]


def test_public_names_and_signatures_are_the_agreed_ones():
    lines = [f"{name}: {signature_of(PUBLIC[name])}" for name in sorted(PUBLIC)]

    assert SNAPSHOT.read_text().splitlines() == lines
