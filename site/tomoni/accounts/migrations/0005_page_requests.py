"""Let editors and approvers ask for pages that residents did not find."""

from django.db import migrations

ASK = ("add_pagerequest", "change_pagerequest")
RIGHTS = {
    "編集者": ASK,
    "承認者（課長）": (*ASK, "delete_pagerequest"),
}


def permission_for(apps, codename):
    """Return a permission, made now, for Django would make it only after all migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="tomoni_search", model=codename.split("_", 1)[1]
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": "Can " + codename.replace("_", " ")},
    )
    return permission


def hand_out(apps, schema_editor):
    """Give each role what it needs; a group that a town has deleted stays deleted."""
    for group in apps.get_model("auth.Group").objects.filter(name__in=RIGHTS):
        group.permissions.add(*(permission_for(apps, one) for one in RIGHTS[group.name]))


class Migration(migrations.Migration):
    dependencies = [("tomoni_accounts", "0004_search_words")]

    operations = [migrations.RunPython(hand_out, migrations.RunPython.noop)]
