"""The wheel, installed away from the checkout, is the whole product."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.packaging
# Pages whose views read nearly all that the site imports.
DEEPER = ("/ja/guideline/all/", "/ja/guideline/editions/", "/ja/search/?q=%E5%8D%94%E5%83%8D")
FOREIGN = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONPATH", "PYTEST_ADDOPTS", "REDIS_URL")


def environment(**more):
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in FOREIGN and not name.startswith("TOMONI_")
    }
    return {**kept, "LC_ALL": "C", "PYTHONUNBUFFERED": "1", **more}


def run(*command, cwd, **more):
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def home(tmp_path_factory, wheel):
    """An empty environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("home")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


def fetch(address, **headers):
    """Return status and text, once the server answers; redirects are answers too."""
    opener = urllib.request.build_opener(NoRedirect)
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 -- our own server
    deadline = time.monotonic() + 180
    while True:
        try:
            with opener.open(request, timeout=30) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def stop(process):
    process.send_signal(signal.SIGTERM)
    return process.communicate(timeout=30)


def test_wheel_holds_code_templates_and_compiled_words_only(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    outside = [
        name
        for name in names
        if not re.match(r"(tomoni|tomoni_[a-z_]+|tomoni-[0-9.]+\.dist-info)/", name)
    ]
    unwanted = [
        name
        for name in names
        if name.endswith(".po")
        or ("/tests/" in name and "/scaffold_files/" not in name)
        or "/__pycache__/" in name
    ]
    sources = {
        str(path.relative_to(ROOT / "locale").with_suffix(".mo"))
        for path in (ROOT / "locale").rglob("*.po")
    }

    assert (outside, unwanted) == ([], [])
    assert {f"tomoni/locale/{name}" for name in sources} <= set(names)
    assert "tomoni/design/templates/tomoni/design/base.html" in names
    assert "tomoni/guidelines/demo/content/guideline/chapter-1.ja.txt" in names
    assert "tomoni/design/static/tomoni/design/tokens.css" in names


def test_demo_from_the_wheel_serves_a_page(home, port):
    tomoni = home / "venv/bin/tomoni"
    where = run(home / "venv/bin/python", "-c", "import tomoni; print(tomoni.__file__)", cwd=home)

    prepared = run(tomoni, "demo", "--no-serve", cwd=home)
    with subprocess.Popen(
        [tomoni, "demo", "--port", str(port)],
        cwd=home,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        status, page = fetch(f"http://127.0.0.1:{port}/ja/")
        deeper = [fetch(f"http://127.0.0.1:{port}{path}")[0] for path in DEEPER]
        _rest, errors = stop(process)

    assert where.startswith(str(home))
    assert f"{home}/tomoni-data" in prepared
    assert (status, process.returncode, errors) == (200, 0, "")
    assert '<html lang="ja"' in page
    assert "ともに市" in page
    assert deeper == [200] * len(DEEPER)


def test_container_entrypoint_serves_production(home, port):
    settings = {
        "PATH": f"{home / 'venv/bin'}:{os.environ['PATH']}",
        "TOMONI_SECRET_KEY": "only this test knows it, and it is long enough for Django",
        "TOMONI_HOSTS": "www.example.jp",
        "TOMONI_DATA": str(home / "production"),
        "TOMONI_LISTEN": f"127.0.0.1:{port}",
    }
    (home / "production").mkdir()
    with subprocess.Popen(
        [ROOT / "docker" / "entrypoint.sh"],
        cwd=home,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        ready = fetch(f"http://127.0.0.1:{port}/readyz", Host="www.example.jp")
        plain = fetch(f"http://127.0.0.1:{port}/admin/", Host="www.example.jp")
        behind_tls = fetch(
            f"http://127.0.0.1:{port}/robots.txt",
            **{"Host": "www.example.jp", "X-Forwarded-Proto": "https"},
        )
        stranger = fetch(f"http://127.0.0.1:{port}/robots.txt", Host="www.example.com")
        printed, _errors = stop(process)

    assert ready[0] == 200, printed
    assert plain[0] == 301
    assert behind_tls[0] == 200
    assert stranger[0] == 400
