"""Problems of plugins: never fatal, always said, with what to do about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning

from tomoni.plugins.extensions import Text


class Code(StrEnum):
    """The numbers by which operators silence or look up a problem."""

    MISSING = "tomoni.W001"
    INCOMPATIBLE = "tomoni.W002"
    PACKAGE = "tomoni.W003"
    PLUGIN = "tomoni.W004"
    IMPORT = "tomoni.W005"
    DUPLICATE = "tomoni.W006"
    NO_CONFIG = "tomoni.W007"
    HELD = "tomoni.W008"
    EXTENSIONS = "tomoni.W009"
    URLS = "tomoni.W010"
    PATH = "tomoni.W011"
    CLASH = "tomoni.W012"


@dataclass(frozen=True)
class PluginProblem:
    """What is wrong with a plugin, in a sentence, and a hint that helps."""

    code: Code
    plugin: str
    sentence: Text
    hint: Text


_met_while_running: list[PluginProblem] = []


def report(problem: PluginProblem) -> None:
    """Remember a problem that showed itself after the settings were read."""
    if problem not in _met_while_running:
        _met_while_running.append(problem)


def all_problems() -> tuple[PluginProblem, ...]:
    """Return every problem known in this process."""
    loaded = getattr(settings, "PLUGINS", None)
    return (*(loaded.problems if loaded else ()), *_met_while_running)


def as_checks(problems: Iterable[PluginProblem]) -> list[CheckMessage]:
    """Turn problems into Django's check warnings."""
    return [
        CheckWarning(str(p.sentence), hint=str(p.hint), obj=p.plugin, id=p.code.value)
        for p in problems
    ]


def is_strict() -> bool:
    """Say whether a plugin's errors are to be raised instead of reported, as tests want it."""
    return bool(getattr(settings, "PLUGINS_STRICT", False))
