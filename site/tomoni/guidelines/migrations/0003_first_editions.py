"""Give each document that is published already its first edition, so that none begins by surprise."""

from django.db import migrations, models
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import slugify

import json


def pages_of(model, **where):
    """Yield live pages with their bodies as stored: no blocks are known to a migration."""
    return model.objects.filter(live=True, **where).annotate(stored=Cast("body", models.TextField()))


def text_of(page):
    return {
        "page": page.pk,
        "slug": page.slug if hasattr(page, "number") else "",
        "number": getattr(page, "number", ""),
        "title": page.title,
        "anchor": getattr(page, "anchor", ""),
        "summary": page.summary,
        "body": json.loads(page.stored or "[]"),
    }


def begin(apps, schema_editor):
    Document = apps.get_model("tomoni_guidelines", "GuidelinePage")
    Chapter = apps.get_model("tomoni_guidelines", "ChapterPage")
    Edition = apps.get_model("tomoni_guidelines", "Edition")
    for document in pages_of(Document):
        chapters = pages_of(
            Chapter, path__startswith=document.path, depth=document.depth + 1
        ).order_by("path")
        moment = document.first_published_at or timezone.now()
        Edition.objects.create(
            document=document,
            label=document.edition,
            slug=slugify(document.edition, allow_unicode=True)[:50] or "1",
            order=1,
            adopted_on=document.adopted_on,
            section_name=document.section.name if document.section else "",
            first_published_at=moment,
            changed_at=document.last_published_at or moment,
            text={
                "title": document.title,
                "summary": document.summary,
                "foreword_office": "",
                "foreword_name": "",
                "pages": [text_of(page) for page in (document, *chapters)],
            },
        )


class Migration(migrations.Migration):
    dependencies = [("tomoni_guidelines", "0002_living_documents")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
