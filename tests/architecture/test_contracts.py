"""The import contracts hold."""

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]


def test_import_contracts_hold(monkeypatch):
    monkeypatch.chdir(ROOT)

    outcome = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert outcome == 0
