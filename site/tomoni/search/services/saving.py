"""Write the rows of texts as they are shown, by the hundred and not model by model."""

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from django.db import connection, models

from tomoni.search.models import SearchDocument
from tomoni.search.services.inserting import insert
from tomoni.search.services.rows import key_of

if TYPE_CHECKING:
    from django.db.models import Field

KEY = ("source", "object_key", "locale", "part")
OWN = "id"
FIELDS: Sequence["Field[object, object]"] = SearchDocument._meta.concrete_fields  # noqa: SLF001
FIELDS_OF_NEW = [field for field in FIELDS if field.column != OWN]
# Their values every database takes as they are; asking each field takes longer than the database.
PLAIN = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


def save(known: Sequence[SearchDocument], new: Sequence[SearchDocument], *, version: int) -> None:
    """Write rows as this version, which nobody else has; new ones get their number.

    A known row that another process took out in the meantime is there again.
    """
    for row in (*known, *new):
        row.version = version
    _insert(known, FIELDS, over=OWN)
    _insert(new, FIELDS_OF_NEW)
    if new:
        written = SearchDocument.objects.filter(version=version).values_list(*KEY, "pk")
        numbers = {tuple(key): pk for *key, pk in written}
        for row in new:
            row.pk = numbers[key_of(row)]


def _insert(
    rows: Sequence[SearchDocument], fields: Sequence["Field[object, object]"], *, over: str = ""
) -> None:
    values_of = attrgetter(*(field.attname for field in fields))
    others = [(at, one) for at, one in enumerate(fields) if not isinstance(one, PLAIN)]

    def prepared(row: SearchDocument) -> list[object]:
        values = list(values_of(row))
        for at, field in others:
            values[at] = field.get_db_prep_save(values[at], connection)
        return values

    insert(SearchDocument, [str(field.column) for field in fields], map(prepared, rows), over=over)
