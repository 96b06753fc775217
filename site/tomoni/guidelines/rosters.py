"""Whose names may be told: a roster's names go out of sight, everywhere, after the agreed day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone


def may_name(value: Mapping[str, Any], *, today: date | None = None) -> bool:
    """Say whether the names of a roster may be told, from its value or as it is stored."""
    until = value.get("retention_until")
    if isinstance(until, str):
        until = date.fromisoformat(until)
    day = today or timezone.localdate()
    return bool(value.get("consented")) and (until is None or day <= until)


def withhold(blocks_stored: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return stored blocks without the names that may not be told any more, or never might."""
    return tuple(
        {**block, "value": {**block["value"], "members": []}}
        if block.get("type") == "roster" and not may_name(block["value"])
        else block
        for block in blocks_stored
    )
