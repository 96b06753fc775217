"""The demo's folder: ours is taken up again, a stranger's is never touched."""

import sqlite3
from contextlib import closing

import pytest

from tomoni.project.demo_folder import DemoError, Record, claim


def make_database(folder, statement):
    with closing(sqlite3.connect(folder / "tomoni.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(statement)
        database.commit()


def test_claim_marks_a_new_folder(tmp_path):
    folder = claim(tmp_path / "a" / "b", fresh=False)

    assert (folder.read().made_by, folder.read().content) == ("tomoni demo", {})
    assert (folder.path / "demo.json").stat().st_mode & 0o777 == 0o600


def test_claim_takes_up_what_was_remembered(tmp_path):
    folder = claim(tmp_path, fresh=False)
    make_database(tmp_path, "CREATE TABLE page (id)")
    record = Record(password="p", static="s", content={"town": "1"}, indexed=True)
    folder.write(record)

    again = claim(tmp_path, fresh=False)

    assert again.read() == record


def test_claim_forgets_the_content_of_a_deleted_database(tmp_path):
    folder = claim(tmp_path, fresh=False)
    folder.write(Record(password="p", static="s", content={"town": "1"}, indexed=True))

    again = claim(tmp_path, fresh=False)

    assert again.read() == Record(password="p", static="s")


def test_claim_takes_a_folder_with_traces_of_other_commands(tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "secret-key").touch()
    make_database(tmp_path, "SELECT 1")

    folder = claim(tmp_path, fresh=False)

    assert folder.read().made_by == "tomoni demo"


@pytest.mark.parametrize("fresh", [False, True])
def test_claim_refuses_a_real_site(tmp_path, fresh):
    make_database(tmp_path, "CREATE TABLE page (id)")
    before = (tmp_path / "tomoni.sqlite3").read_bytes()

    with pytest.raises(DemoError):
        claim(tmp_path, fresh=fresh)

    assert (tmp_path / "tomoni.sqlite3").read_bytes() == before


@pytest.mark.parametrize("mark", ["", "[]", '{"made_by": "me"}', '{"made_by": "x", "a": 1}'])
def test_claim_refuses_a_mark_that_is_not_ours(tmp_path, mark):
    (tmp_path / "demo.json").write_text(mark)

    with pytest.raises(DemoError):
        claim(tmp_path, fresh=True)

    assert (tmp_path / "demo.json").read_text() == mark


def test_fresh_deletes_the_demo_and_nothing_else(tmp_path):
    claim(tmp_path / "data", fresh=False)
    make_database(tmp_path / "data", "CREATE TABLE page (id)")
    (tmp_path / "data" / "static").mkdir()
    (tmp_path / "data" / "static" / "a.css").touch()
    (tmp_path / "data" / "notes.txt").touch()
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    (tmp_path / "data" / "media").symlink_to(tmp_path / "photos")

    claim(tmp_path / "data", fresh=True)

    assert {path.name for path in (tmp_path / "data").iterdir()} == {"demo.json", "notes.txt"}
    assert (tmp_path / "photos" / "cat.jpg").exists()
