"""Find the enabled plugins while the settings are read; leave out what cannot run.

Nothing is imported before it is enabled, and then only its `apps.py`.
"""

import importlib.util
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from tomoni import __version__
from tomoni.plugins.config import PluginConfig, RoomConfig
from tomoni.plugins.extensions import Text
from tomoni.plugins.problems import Code, PluginProblem

GROUP = "tomoni.plugins"


@dataclass(frozen=True)
class LoadedPlugin:
    """An enabled plugin that is fit to run."""

    name: str
    version: str
    config: type[PluginConfig]

    @property
    def path(self) -> str:
        return f"{self.config.__module__}.{self.config.__qualname__}"


@dataclass(frozen=True)
class LoadedPlugins:
    """The outcome of loading: what runs, and what was left out and why."""

    plugins: tuple[LoadedPlugin, ...] = ()
    problems: tuple[PluginProblem, ...] = ()
    held: tuple[str, ...] = ()
    apps: list[str] = field(default_factory=list)
    replaces_apps: frozenset[str] = frozenset()

    def without_replaced(self, *apps: str) -> list[str]:
        """Return the given apps without those that a plugin's own take the place of."""
        return [app for app in apps if app not in self.replaces_apps]

    def name_of(self, room: RoomConfig) -> str:
        """Return the name of the plugin whose config this is, or its app label for a room."""
        names = {plugin.config: plugin.name for plugin in self.plugins}
        return next((names[kind] for kind in names if type(room) is kind), room.label)


class _Unfit(Exception):  # noqa: N818 -- carries a problem from a check to the loop
    def __init__(self, problem: PluginProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def names_in(variable: str, default: Iterable[str] = ()) -> tuple[str, ...]:
    """Read a comma-separated environment variable; unset means the default."""
    raw = os.environ.get(variable)
    if raw is None:
        return tuple(default)
    return tuple(dict.fromkeys(name.strip() for name in raw.split(",") if name.strip()))


def installed() -> dict[str, list[EntryPoint]]:
    """Return the entry points of all installed plugins by name, without importing any."""
    found: dict[str, list[EntryPoint]] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        found.setdefault(point.name, []).append(point)
    return found


def version_of(point: EntryPoint) -> str:
    """Return the version of the distribution that an entry point came from."""
    return point.dist.version if point.dist else ""


def load_plugins(default: Iterable[str]) -> LoadedPlugins:
    """Load what TOMONI_PLUGINS names, or the default, except what TOMONI_PLUGINS_HELD holds."""
    held = names_in("TOMONI_PLUGINS_HELD")
    wanted = [name for name in names_in("TOMONI_PLUGINS", default) if name not in held]
    problems = [_held(name) for name in held]
    points = installed()
    candidates: dict[str, LoadedPlugin] = {}
    for name in wanted:
        try:
            candidates[name] = _load(name, points.get(name, []))
        except _Unfit as unfit:
            problems.append(unfit.problem)
    plugins, left_out = _settle(candidates)
    return LoadedPlugins(
        plugins=plugins,
        problems=(*problems, *left_out),
        held=held,
        apps=_apps(plugins),
        replaces_apps=frozenset(app for p in plugins for app in p.config.replaces_apps),
    )


def _apps(plugins: Sequence[LoadedPlugin]) -> list[str]:
    brought = [app for plugin in plugins for app in (plugin.path, *plugin.config.django_apps)]
    return list(dict.fromkeys(brought))


def _load(name: str, points: Sequence[EntryPoint]) -> LoadedPlugin:
    if not points:
        raise _unfit(
            Code.MISSING,
            name,
            _("The plugin {name} is enabled, but not installed."),
            _("Install its package, or take {name} out of TOMONI_PLUGINS."),
        )
    if len(points) > 1:
        packages = ", ".join(sorted({p.dist.name if p.dist else p.value for p in points}))
        raise _unfit(
            Code.DUPLICATE,
            name,
            _("Several packages offer a plugin called {name}: {packages}. None was loaded."),
            _("Uninstall all but one of them."),
            packages=packages,
        )
    config = _config(name, points[0])
    _check_core(name, config)
    _check_packages(name, config)
    _check_apps(name, config)
    return LoadedPlugin(name, version_of(points[0]), config)


def _config(name: str, point: EntryPoint) -> type[PluginConfig]:
    try:
        config = point.load()
    except Exception as error:
        raise _unfit(
            Code.IMPORT,
            name,
            _("The plugin {name} cannot be imported: {error}"),
            _("Ask its maker, or take {name} out of TOMONI_PLUGINS."),
            error=f"{type(error).__name__}: {error}",
        ) from error
    if not (isinstance(config, type) and issubclass(config, PluginConfig)):
        raise _unfit(
            Code.NO_CONFIG,
            name,
            _("The entry point of the plugin {name} is no PluginConfig: {value}"),
            _("Its maker must let it lead to a subclass of tomoni.plugins.PluginConfig."),
            value=point.value,
        )
    return config


def _check_core(name: str, config: type[PluginConfig]) -> None:
    try:
        fits = SpecifierSet(config.requires_tomoni).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        fits = False
    if not fits:
        raise _unfit(
            Code.INCOMPATIBLE,
            name,
            _("The plugin {name} needs tomoni {wanted}; this is {present}."),
            _("Install a version of {name} that fits this one."),
            wanted=config.requires_tomoni,
            present=__version__,
        )


def _check_packages(name: str, config: type[PluginConfig]) -> None:
    for wanted in config.requires_packages:
        if not _is_installed(wanted):
            raise _unfit(
                Code.PACKAGE,
                name,
                _("The plugin {name} needs the Python package {wanted}."),
                _('Run: python -m pip install "{wanted}"'),
                wanted=wanted,
            )


def _is_installed(wanted: str) -> bool:
    try:
        requirement = Requirement(wanted)
        return requirement.specifier.contains(version(requirement.name), prereleases=True)
    except (InvalidRequirement, PackageNotFoundError):
        return False


def _check_apps(name: str, config: type[PluginConfig]) -> None:
    for app in config.django_apps:
        if importlib.util.find_spec(app.partition(".")[0]) is None:
            raise _unfit(
                Code.PACKAGE,
                name,
                _("The plugin {name} brings the Django app {app}, which is not installed."),
                _("Install the package that contains {app}."),
                app=app,
            )


def _settle(
    candidates: dict[str, LoadedPlugin],
) -> tuple[tuple[LoadedPlugin, ...], list[PluginProblem]]:
    """Put needed plugins before those that need them; leave out what has no footing."""
    placed: dict[str, LoadedPlugin] = {}
    problems: list[PluginProblem] = []
    labels: dict[str, str] = {}
    waiting = dict(candidates)
    while ready := [n for n, p in waiting.items() if set(p.config.requires_plugins) <= set(placed)]:
        plugin = waiting.pop(ready[0])
        label = getattr(plugin.config, "label", plugin.config.name.rpartition(".")[2])
        if label in labels:
            problems.append(_clash(plugin.name, labels[label], label))
            continue
        labels[label] = plugin.name
        placed[plugin.name] = plugin
    for name, plugin in waiting.items():
        needed = [n for n in plugin.config.requires_plugins if n not in placed]
        problems.append(
            _unfit(
                Code.PLUGIN,
                name,
                _("The plugin {name} needs the plugin {needed}, which is not running."),
                _("Enable {needed} too, or take {name} out of TOMONI_PLUGINS."),
                needed=", ".join(needed),
            ).problem
        )
    return tuple(placed.values()), problems


def _clash(name: str, other: str, label: str) -> PluginProblem:
    return _unfit(
        Code.CLASH,
        name,
        _("The plugins {name} and {other} both use the app label {label}."),
        _("Enable only one of them."),
        other=other,
        label=label,
    ).problem


def _held(name: str) -> PluginProblem:
    return _unfit(
        Code.HELD,
        name,
        _("The plugin {name} is held back by TOMONI_PLUGINS_HELD."),
        _("Run tomoni preflight to see why; mend it, then clear that variable."),
    ).problem


def _unfit(code: Code, name: str, sentence: Text, hint: Text, **values: str) -> _Unfit:
    return _Unfit(
        PluginProblem(
            code,
            name,
            # str or lazy text: format_lazy takes both, its stubs know only their own name for it.
            format_lazy(sentence, name=name, **values),  # type: ignore[arg-type]
            format_lazy(hint, name=name, **values),  # type: ignore[arg-type]
        )
    )
