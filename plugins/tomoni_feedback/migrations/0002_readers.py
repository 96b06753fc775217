"""Let those who write and those who approve pages read what residents say about them."""

from django.db import migrations

READERS = ("編集者", "承認者（課長）")


def let_them_read(apps, schema_editor):
    """Give the permission to the groups that this town still has."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="tomoni_feedback", model="answer"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename="view_answer", defaults={"name": "Can view answer"}
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=READERS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("tomoni_feedback", "0001_initial"),
        ("tomoni_accounts", "0003_roles"),
    ]

    operations = [migrations.RunPython(let_them_read, migrations.RunPython.noop)]
