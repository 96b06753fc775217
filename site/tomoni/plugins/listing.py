"""The state of every plugin, as `tomoni plugins` shows it."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from tomoni.plugins.extensions import Text
from tomoni.plugins.loading import LoadedPlugins, installed, version_of
from tomoni.plugins.problems import PluginProblem, all_problems


class State(StrEnum):
    """What can be said of a plugin in one word."""

    ENABLED = "enabled"
    AVAILABLE = "available"
    HELD = "held"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Line:
    """One plugin in the list."""

    name: str
    version: str
    state: State
    why: tuple[Text, ...] = ()


def lines() -> tuple[Line, ...]:
    """Return a line for each plugin that is installed, enabled, held or has a problem."""
    loaded: LoadedPlugins = settings.PLUGINS
    points = installed()
    running = {plugin.name: plugin for plugin in loaded.plugins}
    known = {*points, *running, *loaded.held, *(p.plugin for p in all_problems())}
    found = []
    for name in sorted(known):
        problems = [p for p in all_problems() if p.plugin == name]
        versions = ", ".join(version_of(point) for point in points.get(name, ()))
        state = _state(name, loaded, running=name in running, problems=problems)
        found.append(Line(name, versions, state, tuple(_why(p) for p in problems)))
    return tuple(found)


def _state(
    name: str, loaded: LoadedPlugins, *, running: bool, problems: list[PluginProblem]
) -> State:
    if name in loaded.held:
        return State.HELD
    if problems:
        return State.PROBLEM
    return State.ENABLED if running else State.AVAILABLE


def _why(problem: PluginProblem) -> str:
    return f"{problem.sentence} {problem.hint}"
