"""What the demo does before it serves; every step is done once and passed over afterwards."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from tomoni import __version__
from tomoni.plugins import DemoContent, registry
from tomoni.project.demo_accounts import ensure_accounts
from tomoni.project.demo_folder import DemoError, Folder
from tomoni.search.receivers import left_alone
from tomoni.search.services import rebuild

logger = logging.getLogger(__name__)
Progress = Callable[[str], None]


def migrate(folder: Folder) -> None:
    """Bring the database up to date; raise `DemoError` when it is newer than this version."""
    try:
        executor = MigrationExecutor(connection)
        known = executor.loader.disk_migrations
        foreign = [
            key
            for key in executor.loader.applied_migrations
            if key not in known and key[0] in executor.loader.migrated_apps
        ]
        if foreign:
            raise DemoError(
                _(
                    "The database in {folder} was made by a newer version of Tomoni. "
                    "Install that version again, or start over with: tomoni demo --fresh"
                ),
                folder=folder.path,
            )
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)
    except (DatabaseError, InconsistentMigrationHistory) as error:
        raise DemoError(
            _(
                "The database in {folder} cannot be brought up to date ({reason}). "
                "Start over with: tomoni demo --fresh"
            ),
            folder=folder.path,
            reason=error,
        ) from error


def collect_static(folder: Folder) -> None:
    """Hash and compress the static files, unless they are the same as at the last run."""
    record = folder.read()
    now = _fingerprint()
    if record.static == now and (folder.path / "static" / "staticfiles.json").exists():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    record.static = now
    folder.write(record)


def _fingerprint() -> str:
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name}:{state.st_size}:{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def count(folder: Folder) -> int:
    """Return how many steps there are, for a display of progress."""
    return len(missing_content(folder)) + 3


def missing_content(folder: Folder) -> tuple[DemoContent, ...]:
    """Return the parts of the town that this version of Tomoni has not built here yet."""
    built = folder.read().content
    return tuple(part for part in registry.of(DemoContent) if built.get(part.name) != __version__)


def build(folder: Folder, part: DemoContent, progress: Progress) -> None:
    """Build a part whole or not at all; a plugin's may fail without stopping the demo."""
    try:
        # Found is all of it at the end, at once: see `index`.
        with left_alone(), translation.override("ja"), transaction.atomic():
            import_string(part.build)(progress)
    except Exception:
        if part not in _of_plugins():
            raise
        logger.exception("The demo content %s was left out", part.name)
        return
    record = folder.read()
    record.content[part.name] = __version__
    record.indexed = False
    folder.write(record)


def _of_plugins() -> set[DemoContent]:
    plugins = {plugin.name for plugin in settings.PLUGINS.plugins}
    return {part for owner, part in registry.owned(DemoContent) if owner in plugins}


def index(folder: Folder) -> None:
    """Make everything findable, when something was built since it last was."""
    record = folder.read()
    if record.indexed:
        return
    rebuild(started=_nobody_counts, advanced=_nobody_counts)
    record.indexed = True
    folder.write(record)


def _nobody_counts(number: int) -> None:
    """Take the numbers of the index's own display; this one shows steps."""


def create_accounts(folder: Folder) -> str:
    """Create the demo's accounts and return the password that they share."""
    password = folder.read().password
    ensure_accounts(password)
    return password
