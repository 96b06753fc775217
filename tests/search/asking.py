"""Visitors who ask, and who open what they found, each from an address of their own."""

from django.test import Client

from tomoni.search.models import AskedWeek, AskedWords


def ask(q, *, visits=1, code="ja", start=0, **headers):
    """Ask as so many visitors, each from an address of their own."""
    for number in range(start, start + visits):
        address = f"10.0.{number // 250}.{number % 250}"
        Client(REMOTE_ADDR=address, headers=headers).get(f"/{code}/search/", {"q": q})


def open_one(q, *, visits, start=0, code="ja"):
    """Open one result of a search that these visitors have made before."""
    for number in range(start, start + visits):
        client = Client(REMOTE_ADDR=f"10.0.0.{number}", enforce_csrf_checks=True)
        assert client.post(f"/{code}/search/opened/", {"q": q}).status_code == 204


def rows_of_database() -> str:
    """Return all that the tables of counts hold, as text."""
    tables = (AskedWords, AskedWeek)
    return "\n".join(str(list(table.objects.values())) for table in tables)
