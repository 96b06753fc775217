"""Make the embedded store's own tables whenever migrations have run."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate

from tomoni.search.models import StoredText
from tomoni.search.stores.choice import embedded


def connect(sender: AppConfig) -> None:
    """Listen; called once, when the app is ready."""
    post_migrate.connect(prepare, sender=sender, dispatch_uid="tomoni-search-prepare")


def prepare(using: str = DEFAULT_DB_ALIAS, apps: Any = None, **_: Any) -> None:
    """Prepare the store for the site's languages; not where migrations stopped before its table.

    `apps` is the registry that Django sends along, of the models as they are migrated.
    """
    if using != DEFAULT_DB_ALIAS or not _is_migrated(apps):
        return
    embedded().prepare(locales=[code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES])


def _is_migrated(apps: Any) -> bool:
    if apps is None:
        return True
    try:
        apps.get_model(StoredText._meta.app_label, StoredText.__name__)  # noqa: SLF001
    except LookupError:
        return False
    return True
