"""Two questions for operators' monitors: does the process live, and is the site ready?"""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from tomoni.plugins import Health
from tomoni.plugins.health import ask_all


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process can answer at all."""
    del request
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, migrations, plugins and every room are well, else 503."""
    del request
    answers = {name: {"ok": health.ok, "detail": health.detail} for name, health in ask_all()}
    ready = all(answer["ok"] for answer in answers.values())
    return JsonResponse(
        {"status": "ready" if ready else "not ready", "checks": answers},
        status=200 if ready else 503,
    )


def ask_database() -> Health:
    try:
        connection.ensure_connection()
    except Error as error:
        return Health(ok=False, detail=type(error).__name__)
    return Health(ok=True, detail=connection.vendor)


def ask_migrations() -> Health:
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        return Health(ok=False, detail=type(error).__name__)
    return Health(ok=not missing, detail=f"{len(missing)} to apply" if missing else "applied")
