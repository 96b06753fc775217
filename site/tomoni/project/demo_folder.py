"""The demo's one folder: it is created, recognised again, emptied, and never anybody else's."""

import json
import secrets
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MARK = "demo.json"
MADE_BY = "tomoni demo"
DATABASE = "tomoni.sqlite3"
# Any command run in a checkout may leave these behind; they are worth nothing.
TRACES = {"cache", "mail", "secret-key", "static"}
OURS = {*TRACES, MARK, "media", DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}


class DemoError(Exception):
    """Something stands in the demo's way; the message says what to do."""

    def __init__(self, message: "StrOrPromise", **values: object) -> None:
        super().__init__(format_lazy(message, **values) if values else message)


@dataclass
class Record:
    """What the demo remembers between two runs, kept in its folder."""

    made_by: str = MADE_BY
    password: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    static: str = ""
    content: dict[str, str] = field(default_factory=dict)
    indexed: bool = False


@dataclass(frozen=True)
class Folder:
    """The folder that a demo keeps its data in."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    def read(self) -> Record:
        """Return what the last run remembered."""
        return Record(**json.loads((self.path / MARK).read_text()))

    def write(self, record: Record) -> None:
        """Remember it for the next run; the file holds a password."""
        mark = self.path / MARK
        mark.touch(mode=0o600)
        mark.write_text(json.dumps(asdict(record), indent=2))


def claim(path: Path, *, fresh: bool) -> Folder:
    """Take a folder for the demo, emptied when `fresh`; raise `DemoError` when it cannot be."""
    folder = Folder(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not _is_ours(folder):
            raise DemoError(
                _(
                    "{folder} holds files that no demo made, so it is left alone. "
                    "Name another folder: tomoni demo --data FOLDER"
                ),
                folder=path,
            )
        if fresh:
            _empty(path)
        record = folder.read() if (path / MARK).exists() else Record()
        if _is_blank(folder.database):
            record = Record(password=record.password, static=record.static)
        folder.write(record)
    except OSError as error:
        raise DemoError(
            _(
                "The folder {folder} cannot be written to ({reason}). "
                "Name another one: tomoni demo --data FOLDER"
            ),
            folder=path,
            reason=error.strerror,
        ) from error
    return folder


def _is_ours(folder: Folder) -> bool:
    if (folder.path / MARK).is_file():
        try:
            return folder.read().made_by == MADE_BY
        except (TypeError, ValueError):
            return False
    found = {entry.name for entry in folder.path.iterdir()}
    return found <= OURS - {"media"} and _is_blank(folder.database)


def _is_blank(database: Path) -> bool:
    """Say whether a database is absent, or was only ever opened."""
    if not database.exists():
        return True
    try:
        with closing(sqlite3.connect(database)) as connection:
            return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.DatabaseError:
        return False


def _empty(path: Path) -> None:
    """Delete what a demo makes, and nothing else that may lie beside it."""
    for name in OURS:
        entry = path / name
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)
