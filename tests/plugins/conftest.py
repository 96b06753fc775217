"""Plugins and sites made for a test: real entry points, real processes, a database of their own."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.utils import translation

HERE = Path(__file__).parent
APPS = """
from tomoni.plugins import PluginConfig

class TheConfig(PluginConfig):
    name = "{package}"
    label = "{package}"
"""


def make_plugin(folder, name, *, package="", apps=APPS, version="1.0", files=(), dist=""):
    """Install a plugin by hand: a package and the metadata that names its entry point."""
    package = package or f"made_{name}"
    dist = dist or package
    home = folder / package
    home.mkdir(parents=True, exist_ok=True)
    (home / "__init__.py").touch()
    if apps:
        (home / "apps.py").write_text(apps.replace("{package}", package))
    for path, text in dict(files).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text)
    register_plugin(folder, name, f"{package}.apps:TheConfig", dist=dist, version=version)
    return package


def register_plugin(folder, name, target, *, dist, version="1.0"):
    info = folder / f"{dist.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {dist}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[tomoni.plugins]\n{name} = {target}\n")


@dataclass
class Site:
    """A site in a child process with its own plugins and its own SQLite file."""

    data: Path
    path: Path
    environment: dict = field(default_factory=dict)

    def python(self, *arguments, **environment):
        kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "TOMONI_PLUGINS"}}
        return subprocess.run(
            [sys.executable, *arguments],
            env={
                **kept,
                "DJANGO_SETTINGS_MODULE": "lenient_settings",
                "PYTHONPATH": os.pathsep.join([str(self.path), str(HERE)]),
                "TOMONI_TEST_DATA": str(self.data),
                "TOMONI_PLUGINS": "",
                **self.environment,
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def run(self, *arguments, **environment):
        """Run a `tomoni` command."""
        return self.python("-m", "tomoni", *arguments, **environment)

    def states(self, *names, **environment):
        """Return what `tomoni plugins` says of the named plugins, in lists of words."""
        done = self.run("plugins", **environment)
        assert done.returncode == 0, done.stderr
        rows = [line.split() for line in done.stdout.splitlines() if not line.startswith(" ")]
        return [row for row in rows if row[0] in names]

    def tell(self, story, *arguments, **environment):
        """Run one of the stories and return what it tells."""
        code = f"import stories; stories.tell({story!r}, *{arguments!r})"
        done = self.python("-c", code, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(autouse=True)
def in_english():
    """Compare sentences as they stand in the code, whatever the catalogues hold."""
    with translation.override("en"):
        yield


@pytest.fixture
def plugin_path(tmp_path, monkeypatch):
    """A folder that this process finds plugins in."""
    folder = tmp_path / "installed"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delenv("TOMONI_PLUGINS", raising=False)
    monkeypatch.delenv("TOMONI_PLUGINS_HELD", raising=False)
    return folder


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """The data folder of a site that has run with the dummy plugin since its first migration."""
    folder = tmp_path_factory.mktemp("migrated")
    path = folder / "installed"
    path.mkdir()
    register_plugin(path, "dummy", "dummy_plugin.apps:DummyConfig", dist="tomoni-dummy")
    site = Site(folder / "data", path, {"TOMONI_PLUGINS": "dummy"})
    site.data.mkdir()
    done = site.run("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stderr
    site.tell("furnish")
    return folder


@pytest.fixture
def dummy_site(migrated, tmp_path):
    """A furnished site with the dummy plugin on; `TOMONI_PLUGINS=""` switches it off."""
    folder = tmp_path / "site"
    shutil.copytree(migrated, folder)
    return Site(folder / "data", folder / "installed", {"TOMONI_PLUGINS": "dummy"})


@pytest.fixture
def bare_site(tmp_path):
    """A site that was never migrated, whose folder of plugins is still empty."""
    site = Site(tmp_path / "site" / "data", tmp_path / "site" / "installed")
    site.data.mkdir(parents=True)
    site.path.mkdir()
    return site


@pytest.fixture(name="make_plugin")
def make_plugin_fixture():
    return make_plugin


@pytest.fixture(name="register_plugin")
def register_plugin_fixture():
    return register_plugin
