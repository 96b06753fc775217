"""`tomoni demo`, typed at a terminal."""

import gzip
import json
import re
import signal
import socket
import sqlite3
import urllib.request
from contextlib import closing

import pytest

from tomoni.accounts.roles import ROLES
from tomoni.plugins import DemoContent, registry


def query(terminal, statement):
    with closing(sqlite3.connect(terminal.folder / "tomoni-data" / "tomoni.sqlite3")) as database:
        found = database.execute(statement).fetchall()
        database.commit()
    return found


def snapshot(terminal):
    data = terminal.folder / "tomoni-data"
    with closing(sqlite3.connect(data / "tomoni.sqlite3")) as database:
        rows = list(database.iterdump())
    files = {
        str(path.relative_to(data)): path.stat().st_mtime_ns
        for path in data.rglob("*")
        if path.is_file() and path.parts[len(data.parts)] in {"static", "media", "secret-key"}
    }
    return rows, files, json.loads((data / "demo.json").read_text())


def read_until(process, text):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if text in line:
            return "".join(lines)
    raise AssertionError(f"{text!r} never came: {lines} {process.stderr.read()}")


def fetch(address, **headers):
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 -- our own server
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
        return response.status, dict(response.headers), response.read()


def test_demo_builds_a_town_in_one_folder(built):
    terminal, done = built

    assert (done.returncode, done.stderr) == (0, "")
    assert f"data in {terminal.folder / 'tomoni-data'}\n" in done.stdout
    assert [path.name for path in terminal.folder.iterdir()] == ["tomoni-data"]
    assert query(terminal, "PRAGMA journal_mode") == [("wal",)]
    record = json.loads((terminal.folder / "tomoni-data" / "demo.json").read_text())
    assert set(record["content"]) == {part.name for part in registry.of(DemoContent)}
    assert record["indexed"]


def test_demo_has_an_account_for_each_role(built):
    terminal, _done = built

    pairs = query(
        terminal,
        "SELECT username, name FROM tomoni_accounts_user u "
        "LEFT JOIN tomoni_accounts_user_groups m ON m.user_id = u.id "
        "LEFT JOIN auth_group g ON g.id = m.group_id",
    )

    assert set(pairs) == {*((role.code, role.group_name) for role in ROLES), ("admin", None)}


def test_second_run_changes_nothing_and_touches_no_other_database(demo):
    before = snapshot(demo)

    done = demo.run("demo", "--no-serve", DATABASE_URL="postgresql://nobody@127.0.0.1:1/real")

    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(demo) == before


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_demo_serves_pages_and_stops_cleanly(demo, port, sign):
    process = demo.start("demo", "--port", port)

    printed = read_until(process, "Ctrl-C")
    status, headers, body = fetch(f"http://127.0.0.1:{port}/ja/")
    style = re.search(rb'href="(/static/tomoni/design/base\.[0-9a-f]{12}\.css)"', body)[1].decode()
    _status, style_headers, packed = fetch(
        f"http://127.0.0.1:{port}{style}", **{"Accept-Encoding": "gzip"}
    )
    process.send_signal(sign)
    rest, errors = process.communicate(timeout=30)

    assert f"http://127.0.0.1:{port}/\n" in printed
    password = json.loads((demo.folder / "tomoni-data" / "demo.json").read_text())["password"]
    assert f"{password}\n" in printed
    assert (status, headers["Content-Language"]) == (200, "ja")
    assert style_headers["Content-Encoding"] == "gzip"
    assert "immutable" in style_headers["Cache-Control"]
    assert b"{" in gzip.decompress(packed)
    assert (process.returncode, errors) == (0, "")
    assert rest.count("\n") == 1


def test_busy_port_is_said_before_any_work(terminal):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = terminal.run("demo", "--port", port)

    sentence = (
        rf"Port {port} is taken by another program\. Stop that one, or choose another port: "
        r"tomoni demo --port \d+\n"
    )
    assert done.returncode == 1
    assert re.fullmatch(sentence, done.stderr)
    assert list(terminal.folder.iterdir()) == []


def test_folder_that_cannot_be_written_is_said(terminal):
    (terminal.folder / "file").touch()

    done = terminal.run("demo", "--no-serve", "--data", "file/data")

    assert done.returncode == 1
    assert done.stderr == (
        f"The folder {terminal.folder}/file/data cannot be written to (Not a directory). "
        "Name another one: tomoni demo --data FOLDER\n"
    )


def test_folder_of_somebody_else_is_left_alone(terminal):
    (terminal.folder / "tomoni-data").mkdir()
    (terminal.folder / "tomoni-data" / "diary.txt").write_text("dear diary")

    done = terminal.run("demo", "--no-serve", "--fresh")

    assert done.returncode == 1
    assert done.stderr == (
        f"{terminal.folder}/tomoni-data holds files that no demo made, so it is left alone. "
        "Name another folder: tomoni demo --data FOLDER\n"
    )
    assert [path.name for path in (terminal.folder / "tomoni-data").iterdir()] == ["diary.txt"]


def test_database_of_a_newer_version_is_left_alone(demo):
    query(
        demo,
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('tomoni_home', '9999_tomorrow', '2030-01-01')",
    )
    before = snapshot(demo)

    done = demo.run("demo", "--no-serve")

    assert done.returncode == 1
    assert done.stderr == (
        f"The database in {demo.folder}/tomoni-data was made by a newer version of Tomoni. "
        "Install that version again, or start over with: tomoni demo --fresh\n"
    )
    assert snapshot(demo) == before


def test_database_of_an_older_version_is_brought_up_to_date(demo):
    tables = "SELECT name FROM sqlite_master WHERE name = 'tomoni_plugins_periodicrun'"
    back = demo.run("migrate", "tomoni_plugins", "zero", "--verbosity=0")
    assert (back.returncode, query(demo, tables)) == (0, [])

    done = demo.run("demo", "--no-serve")

    assert (done.returncode, done.stderr) == (0, "")
    assert query(demo, tables) == [("tomoni_plugins_periodicrun",)]


def test_damaged_database_is_said(demo):
    data = demo.folder / "tomoni-data"
    for path in data.glob("tomoni.sqlite3*"):
        path.unlink()
    (data / "tomoni.sqlite3").write_bytes(b"no database" * 1000)

    done = demo.run("demo", "--no-serve")

    assert done.returncode == 1
    assert done.stderr == (
        f"The database in {data} cannot be brought up to date (file is not a database). "
        "Start over with: tomoni demo --fresh\n"
    )


def test_interrupted_preparation_leaves_a_demo_that_goes_on(demo):
    before = snapshot(demo)
    process = demo.start("demo", "--no-serve")
    read_until(process, "Preparing the database")
    process.send_signal(signal.SIGINT)
    _rest, errors = process.communicate(timeout=30)

    done = demo.run("demo", "--no-serve")

    assert (process.returncode, errors) == (130, "Stopped. The same command goes on from here.\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(demo) == before


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "８０００"])
def test_port_that_is_none_is_said(terminal, port):
    done = terminal.run("demo", "--port", port)

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("--port: give a number from 1 to 65535")
