"""Ask every health question; a question that fails is an answer too."""

from django.utils.module_loading import import_string

from tomoni.plugins.extensions import Health, HealthCheck
from tomoni.plugins.problems import all_problems
from tomoni.plugins.registry import registry


def ask_all() -> tuple[tuple[str, Health], ...]:
    """Return the name and the answer of each health check."""
    return tuple((check.name, _ask(check)) for check in registry.of(HealthCheck))


def ask_plugins() -> Health:
    """Say how many plugins have problems; they are left out, so the site itself is well."""
    names = sorted({problem.plugin for problem in all_problems()})
    return Health(ok=True, detail=", ".join(names))


def _ask(check: HealthCheck) -> Health:
    try:
        answer = import_string(check.ask)()
    except Exception as error:  # noqa: BLE001 -- a question may fail in any way
        return Health(ok=False, detail=type(error).__name__)
    return answer if isinstance(answer, Health) else Health(ok=False, detail="no Health")
