"""The 38 success criteria of levels A and AA of JIS X 8341-3:2016 (= WCAG 2.0)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Criterion:
    """A success criterion: its number, level and name."""

    number: str
    level: str
    name: Any  # a lazy translation


CRITERIA = (
    Criterion("1.1.1", "A", _("Non-text content")),
    Criterion("1.2.1", "A", _("Audio-only and video-only (prerecorded)")),
    Criterion("1.2.2", "A", _("Captions (prerecorded)")),
    Criterion("1.2.3", "A", _("Audio description or media alternative (prerecorded)")),
    Criterion("1.2.4", "AA", _("Captions (live)")),
    Criterion("1.2.5", "AA", _("Audio description (prerecorded)")),
    Criterion("1.3.1", "A", _("Info and relationships")),
    Criterion("1.3.2", "A", _("Meaningful sequence")),
    Criterion("1.3.3", "A", _("Sensory characteristics")),
    Criterion("1.4.1", "A", _("Use of colour")),
    Criterion("1.4.2", "A", _("Audio control")),
    Criterion("1.4.3", "AA", _("Contrast (minimum)")),
    Criterion("1.4.4", "AA", _("Resize text")),
    Criterion("1.4.5", "AA", _("Images of text")),
    Criterion("2.1.1", "A", _("Keyboard")),
    Criterion("2.1.2", "A", _("No keyboard trap")),
    Criterion("2.2.1", "A", _("Timing adjustable")),
    Criterion("2.2.2", "A", _("Pause, stop, hide")),
    Criterion("2.3.1", "A", _("Three flashes or below threshold")),
    Criterion("2.4.1", "A", _("Bypass blocks")),
    Criterion("2.4.2", "A", _("Page titled")),
    Criterion("2.4.3", "A", _("Focus order")),
    Criterion("2.4.4", "A", _("Link purpose (in context)")),
    Criterion("2.4.5", "AA", _("Multiple ways")),
    Criterion("2.4.6", "AA", _("Headings and labels")),
    Criterion("2.4.7", "AA", _("Focus visible")),
    Criterion("3.1.1", "A", _("Language of page")),
    Criterion("3.1.2", "AA", _("Language of parts")),
    Criterion("3.2.1", "A", _("On focus")),
    Criterion("3.2.2", "A", _("On input")),
    Criterion("3.2.3", "AA", _("Consistent navigation")),
    Criterion("3.2.4", "AA", _("Consistent identification")),
    Criterion("3.3.1", "A", _("Error identification")),
    Criterion("3.3.2", "A", _("Labels or instructions")),
    Criterion("3.3.3", "AA", _("Error suggestion")),
    Criterion("3.3.4", "AA", _("Error prevention (legal, financial, data)")),
    Criterion("4.1.1", "A", _("Parsing")),
    Criterion("4.1.2", "A", _("Name, role, value")),
)


@cache
def criterion(number: str) -> Criterion:
    """Return the criterion of that number; raise `KeyError` where there is none."""
    return {entry.number: entry for entry in CRITERIA}[number]


def criterion_choices() -> list[tuple[str, str]]:
    """Return number and numbered name of every criterion, for a form."""
    return [(entry.number, f"{entry.number} {entry.name}") for entry in CRITERIA]
