"""Give Japanese names to what Wagtail's own migrations name in English."""

from django.db import migrations

NAMES = (
    ("Page", "title", "Root", "サイト全体"),
    ("Page", "draft_title", "Root", "サイト全体"),
    ("Page", "title", "Welcome to your new Wagtail site!", "ようこそ"),
    ("Page", "draft_title", "Welcome to your new Wagtail site!", "ようこそ"),
    ("Collection", "name", "Root", "共通"),
)


def rename(apps, schema_editor, *, back=False):
    for model, field, english, japanese in NAMES:
        old, new = (japanese, english) if back else (english, japanese)
        rows = apps.get_model("wagtailcore", model).objects.filter(depth__lte=2)
        rows.filter(**{field: old}).update(**{field: new})


def rename_back(apps, schema_editor):
    rename(apps, schema_editor, back=True)


class Migration(migrations.Migration):

    dependencies = [
        ('tomoni_home', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(rename, rename_back),
    ]
