"""Wagtail's own search of pages, pictures, documents and snippets, by the analysis of this room.

`WAGTAILSEARCH_BACKENDS` names this package. What Wagtail knows of searching stays Wagtail's: only
the texts that go into its index, and what is asked of it, pass through the analysis.
"""

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 -- the name that Wagtail looks for
    """Return the backend for the default database."""
    if connection.vendor == "postgresql":
        from tomoni.search.backend.postgres import PostgresBackend  # noqa: PLC0415 -- optional

        return PostgresBackend(params)
    from tomoni.search.backend.sqlite import SqliteBackend  # noqa: PLC0415 -- optional

    return SqliteBackend(params)
