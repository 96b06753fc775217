"""A scratch database for a measurement: made for it, dropped after it, whatever happens."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.test.utils import override_settings

from tomoni.search.stores.choice import remote
from tomoni.search.stores.fallback import Server
from tomoni.search.stores.protocol import StoreUnavailableError

SQLITE = "django.db.backends.sqlite3"


@contextmanager
def scratch_sqlite() -> Iterator[None]:
    """Let everything in the block use a new SQLite file with the search room's tables."""
    with tempfile.TemporaryDirectory(prefix="tomoni-search-") as folder:
        options = {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        }
        with _instead(ENGINE=SQLITE, NAME=str(Path(folder) / "scratch.sqlite3"), OPTIONS=options):
            yield


@contextmanager
def scratch_postgres() -> Iterator[None]:
    """Let everything in the block use a new database on the server of the default one."""
    name = f"tomoni_search_{uuid4().hex[:12]}"
    quoted = connection.ops.quote_name(name)
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 -- as Django's test databases do
        cursor.execute(f"CREATE DATABASE {quoted}")
    try:
        with _instead(NAME=name):
            yield
    finally:
        with connection._nodb_cursor() as cursor:  # noqa: SLF001 -- as above
            cursor.execute(f"DROP DATABASE {quoted}")


@contextmanager
def scratch_elasticsearch() -> Iterator[Server]:
    """Give a new index on the configured server, beside a new SQLite file."""
    index = f"tomoni-search-{uuid4().hex[:12]}"
    with (
        scratch_sqlite(),
        override_settings(TOMONI_SEARCH={**settings.TOMONI_SEARCH, "INDEX": index}),
    ):
        chosen = remote()
        if chosen is None:
            raise StoreUnavailableError
        try:
            yield chosen.server
        finally:
            chosen.server.drop()


@contextmanager
def _instead(**changes: object) -> Iterator[None]:
    former = connections["default"]
    described = former.settings_dict
    if "ENGINE" in changes:
        described = {**described, "USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}
    connections.settings["default"] = {**described, **changes}
    connections["default"] = connections.create_connection("default")
    try:
        _make_tables()
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = former.settings_dict
        connections["default"] = former


def _make_tables() -> None:
    """Make the room's tables, but for those that lean on other rooms' and hold nothing found."""
    models = list(apps.get_app_config("tomoni_search").get_models())
    with connections["default"].schema_editor() as editor:
        for model in models:
            if all(field.related_model in {None, *models} for field in model._meta.fields):  # noqa: SLF001 -- public in fact
                editor.create_model(model)
