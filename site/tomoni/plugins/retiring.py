"""Remove for good what a plugin keeps in the database: its pages, its tables, its traces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _
from wagtail.models import Page

from tomoni.plugins.extensions import PeriodicTask
from tomoni.plugins.models import PeriodicRun
from tomoni.plugins.registry import registry

Tell = Callable[[str], None]


class RetirementError(Exception):
    """Says in a sentence why a plugin cannot be retired as things stand."""


@dataclass(frozen=True)
class Estate:
    """What a plugin would leave behind."""

    name: str
    label: str
    pages: tuple[Page, ...]
    rows: tuple[tuple[str, int], ...]


def estate_of(name: str) -> Estate:
    """Count what a running plugin owns; refuse where removing it would harm others."""
    running = {plugin.name: plugin for plugin in settings.PLUGINS.plugins}
    if name not in running:
        raise RetirementError(
            _("%(name)s is not running. Switch it on first, so that its tables can be found.")
            % {"name": name}
        )
    label = next(c.label for c in apps.get_app_configs() if type(c) is running[name].config)
    _refuse_needed(name, label)
    kinds = [m for m in apps.get_app_config(label).get_models() if issubclass(m, Page)]
    own = {ContentType.objects.get_for_model(kind, for_concrete_model=False).pk for kind in kinds}
    pages = tuple(Page.objects.filter(content_type__in=own).order_by("path"))
    _refuse_foreign_children(pages, own)
    rows = [
        (str(model._meta.verbose_name_plural), model._base_manager.count())  # noqa: SLF001
        for model in apps.get_app_config(label).get_models()
        if not issubclass(model, Page)
    ]
    return Estate(name, label, pages, tuple(rows))


def retire(estate: Estate, tell: Tell) -> None:
    """Delete the pages, drop the tables and forget the traces, telling each step."""
    _delete_pages(estate, tell)
    _delete_joined_rows(estate.label)
    call_command("migrate", estate.label, "zero", verbosity=0, interactive=False)
    tell(_("Dropped the tables of %(label)s.") % {"label": estate.label})
    with transaction.atomic():
        gone = ContentType.objects.filter(app_label=estate.label)
        tell(_("Removed %(count)s content types and their permissions.") % {"count": gone.count()})
        gone.delete()
        names = [
            f"{owner}.{task.name}"
            for owner, task in registry.owned(PeriodicTask)
            if owner == estate.name
        ]
        PeriodicRun.objects.filter(name__in=names).delete()
    tell(
        _("Done. Now take %(name)s out of TOMONI_PLUGINS and uninstall its package.")
        % {"name": estate.name}
    )


def _delete_pages(estate: Estate, tell: Tell) -> None:
    # From the leaves up: a page deleted with its parent would be met again as a stranger.
    for page in sorted(estate.pages, key=lambda page: -page.depth):
        found = Page.objects.get(pk=page.pk).specific
        title = found.get_admin_display_title()
        if found.live:
            found.unpublish()
        found.delete()
        tell(_("Deleted the page “%(title)s”.") % {"title": title})


def _delete_joined_rows(label: str) -> None:
    """Rows of a table that extends another app's would leave their other half behind."""
    for model in apps.get_app_config(label).get_models():
        parents = [parent._meta.app_label for parent in model._meta.parents]  # noqa: SLF001
        if any(parent != label for parent in parents):
            for row in model._base_manager.all():  # noqa: SLF001
                row.delete()


def _refuse_needed(name: str, label: str) -> None:
    needing = sorted(
        plugin.name for plugin in settings.PLUGINS.plugins if name in plugin.config.requires_plugins
    )
    loader = MigrationLoader(connection)
    leaning = {
        other
        for (other, _name), migration in loader.graph.nodes.items()
        if other != label and any(needed == label for needed, _node in migration.dependencies)
    }
    if needing or leaning:
        raise RetirementError(
            _("%(name)s is still needed by: %(others)s. Retire those first.")
            % {"name": name, "others": ", ".join([*needing, *sorted(leaning)])}
        )


def _refuse_foreign_children(pages: tuple[Page, ...], own: set[int]) -> None:
    strangers = [child for page in pages for child in _strangers_below(page, own)]
    if strangers:
        raise RetirementError(
            _("Pages of others stand below this plugin's. Move them first: %(titles)s")
            % {"titles": ", ".join(f"{page.title} ({page.pk})" for page in strangers)}
        )


def _strangers_below(page: Page, own: set[int]) -> Iterator[Page]:
    yield from page.get_children().exclude(content_type__in=own)
