"""The real product, prepared and served as `tomoni demo` does it, at an address of its own."""

import http.client
import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

# What a test run or a developer's shell may have set, and the demo must not take over.
FOREIGN = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "TOMONI_BASE_URL", "TOMONI_SECRET_KEY")
PATIENCE = 60
HERE = Path(__file__).parent
TRANSLATE = f"import sys; sys.path.insert(0, {str(HERE)!r}); import portuguese; portuguese.build()"
LIVE_PAGES = """
    SELECT page.id, type.app_label, type.model, locale.language_code, page.url_path, page.title
    FROM wagtailcore_page AS page
    JOIN django_content_type AS type ON type.id = page.content_type_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    WHERE page.live AND page.depth > 1 ORDER BY page.path
"""


@dataclass(frozen=True)
class LivePage:
    """A live page of the town and where visitors find it."""

    id: int
    model: str
    language: str
    path: str
    title: str


@dataclass(frozen=True)
class Answer:
    """What the server sent, before any browser touched it."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Town:
    """A demo town that is being served."""

    data: Path
    base: str

    def pages(self) -> list[LivePage]:
        """Return all live pages in the order of the tree."""
        with closing(sqlite3.connect(self.data / "tomoni.sqlite3")) as connection:
            rows = connection.execute(LIVE_PAGES).fetchall()
        return [
            LivePage(
                id=number,
                model=f"{app}.{model}",
                language=language,
                # Stored: /<slug of the front page>/rest/; public: /<language>/rest/.
                path=f"/{language}/{stored.strip('/').partition('/')[2]}/".replace("//", "/"),
                title=title,
            )
            for number, app, model, language, stored, title in rows
        ]

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path over HTTP; no redirect is followed, nothing is unpacked."""
        host = self.base.removeprefix("http://")
        with closing(http.client.HTTPConnection(host, timeout=30)) as connection:
            connection.request("GET", quote(path, safe="/?=&%"), headers=headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def command(self, *words: str | Path) -> str:
        """Run `tomoni …` on this town and return what it said on both outputs."""
        done = subprocess.run(
            [sys.executable, "-m", "tomoni", *map(str, words)],
            env=environment(self.data),
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    @property
    def password(self) -> str:
        """The password that the demo's accounts share."""
        return json.loads((self.data / "demo.json").read_text())["password"]


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return {**kept, "TOMONI_DATA": str(data), "PYTHONUNBUFFERED": "1"}


def prepare(data: Path) -> None:
    """Build the town in `data` without serving it, every page type in Japanese and Portuguese."""
    town = Town(data=data, base="")
    town.command("demo", "--no-serve", "--data", data)
    town.command("shell", "-v0", "-c", TRANSLATE)


@contextmanager
def serve(data: Path) -> Iterator[Town]:
    """Serve the town that was built in `data` until the block ends, then stop it cleanly."""
    port = free_port()
    town = Town(data=data, base=f"http://127.0.0.1:{port}")
    log = data.with_name(f"{data.name}.log")
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "tomoni", "demo", "--data", str(data), "--port", str(port)],
            env=environment(data),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_ready(server, town, log)
            yield town
        finally:
            # Not SIGINT: a run in the background hands down that it is ignored.
            server.terminate()
            try:
                code = server.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
    assert code in {0, 130}, log.read_text()


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(server: subprocess.Popen[bytes], town: Town, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    answer = b"no answer"
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            said = town.get("/readyz")
        except OSError:
            pass
        else:
            if said.status == HTTPStatus.OK:
                return
            answer = said.body
        time.sleep(0.2)
    raise AssertionError(f"Not ready after {PATIENCE} s: {answer.decode()}\n{log.read_text()}")
