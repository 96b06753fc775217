"""Whose names may be told: a roster's names go out of sight, everywhere, after the agreed day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

# Wagtail asks for a name when the roster is edited again.
NOBODY = {"name": "―", "affiliation": "", "note": ""}


def may_name(value: Mapping[str, Any], *, today: date | None = None) -> bool:
    """Say whether the names of a roster may be told, from its value or as it is stored."""
    until = value.get("retention_until")
    if isinstance(until, str):
        until = date.fromisoformat(until)
    day = today or timezone.localdate()
    return bool(value.get("consented")) and (until is None or day <= until)


def without_names(
    blocks_stored: Iterable[Mapping[str, Any]], *, today: date
) -> list[Mapping[str, Any]]:
    """Return stored blocks, the names gone from each roster whose day is past.

    How many people were in which group is still told, so that the roster keeps its members.
    """
    return [
        {**block, "value": {**block["value"], "members": _nameless(block["value"])}}
        if block.get("type") == "roster" and _is_past(block["value"], today)
        else block
        for block in blocks_stored
    ]


def _is_past(value: Mapping[str, Any], today: date) -> bool:
    until = value.get("retention_until")
    return bool(until) and date.fromisoformat(str(until)) < today


def _nameless(value: Mapping[str, Any]) -> list[Any]:
    """Return the members as they are stored, with or without ids of their own."""
    members = []
    for one in value.get("members", ()):
        if isinstance(one, Mapping) and one.get("type") == "item":
            members.append({**one, "value": {**one["value"], **NOBODY}})
        else:
            members.append({**one, **NOBODY})
    return members


def withhold(blocks_stored: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return stored blocks without the names that may not be told any more, or never might."""
    return tuple(
        {**block, "value": {**block["value"], "members": []}}
        if block.get("type") == "roster" and not may_name(block["value"])
        else block
        for block in blocks_stored
    )
