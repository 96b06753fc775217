"""What switched-off plugins left in the database: pages without a class, tables without an app."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page


def is_dormant(page: Page) -> bool:
    """Say whether the class of a page belongs to a plugin that is not running."""
    return page.cached_content_type.model_class() is None


def dormant_pages_in(page: Page) -> list[Page]:
    """Return the dormant pages among a page and all below it."""
    below = Page.objects.descendant_of(page, inclusive=True)
    kinds = below.order_by().values_list("content_type", flat=True).distinct()
    asleep = [kind for kind in kinds if ContentType.objects.get_for_id(kind).model_class() is None]
    return list(below.filter(content_type__in=asleep)) if asleep else []


def dormant_labels() -> tuple[str, ...]:
    """Return the app labels that have tables here, but are not running."""
    applied = {label for label, _name in MigrationRecorder(connection).applied_migrations()}
    return tuple(sorted(applied - {config.label for config in apps.get_app_configs()}))
