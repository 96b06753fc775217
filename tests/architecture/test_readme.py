"""The two lines of the README are the same everywhere, and CI finds the one that it runs."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKE = "python3 -m venv .venv && .venv/bin/python -m pip install -e"
LINES = [
    f"{MAKE} . && .venv/bin/tomoni demo",
    f'{MAKE} ".[dev]" && .venv/bin/pytest',
]


def commands(readme):
    block = (ROOT / readme).read_text().partition("```sh\n")[2].partition("```")[0]
    return block.splitlines()


def test_readme_has_two_lines_in_both_languages():
    found = [commands("README.md"), commands("README.ja.md")]

    assert found == [LINES, LINES]


def test_ci_finds_the_test_line():
    command = [ROOT / ".ci" / "readme-line", "pytest"]

    found = subprocess.run(command, capture_output=True, text=True, check=True)

    assert found.stdout == LINES[1] + "\n"
