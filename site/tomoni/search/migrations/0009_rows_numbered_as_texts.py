"""On SQLite, number the rows of full-text tables as their texts; so far they held more than that."""

from django.db import migrations

PREFIX = "tomoni_search_fts_"
# At the end stood the facet signature, those from 4095 on as this number.
FORMER = "(t.id << 12) | CASE WHEN t.signature BETWEEN 0 AND 4095 THEN t.signature ELSE 4095 END"


def renumber(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE %s AND sql LIKE '%%USING fts5(%%'",
            [f"CREATE VIRTUAL TABLE {PREFIX}%"],
        )
        for (name,) in cursor.fetchall():
            columns = "title, headings" if name.endswith("_heads") else "title, headings, body"
            cursor.execute(
                f"CREATE TABLE tomoni_search_moved AS SELECT t.id AS id, {columns}"
                f" FROM tomoni_search_storedtext AS t CROSS JOIN {name} AS f ON f.rowid = {FORMER}"
            )
            cursor.execute(f"DELETE FROM {name}")
            cursor.execute(
                f"INSERT INTO {name} (rowid, {columns})"
                f" SELECT id, {columns} FROM tomoni_search_moved"
            )
            cursor.execute("DROP TABLE tomoni_search_moved")


class Migration(migrations.Migration):

    dependencies = [
        ("tomoni_search", "0008_stored_languages"),
    ]

    operations = [
        migrations.RunPython(renumber, migrations.RunPython.noop),
    ]
