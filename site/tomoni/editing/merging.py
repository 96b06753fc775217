"""Put two versions of a page together that began from the same one, block by block."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.fields import StreamField
from wagtail.models import Page

Content = Mapping[str, Any]  # Any: a page as a revision stores it
THEIRS, MINE = "theirs", "mine"
# What Wagtail itself keeps in a revision beside what people type.
KEPT_BY_WAGTAIL = frozenset(
    (
        "pk",
        "path",
        "depth",
        "numchild",
        "translation_key",
        "locale",
        "draft_title",
        "live",
        "has_unpublished_changes",
        "url_path",
        "content_type",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "expired",
        "owner",
        "alias_of",
        "expire_at",
        "go_live_at",
        "approved_go_live_at",
        "wagtail_admin_comments",
        "review_mailed_for",
    )
)
TAG = re.compile(r"<[^>]*>")
# Stored JSON may stand as a text inside JSON, with its quotes escaped.
BLOCK_KEY = re.compile(r' data-block-key=\\*"[^"]*"')


@dataclass(frozen=True)
class Difference:
    """A place where the two versions differ; `key` names it in a form."""

    key: str
    field: str
    kind: str
    before: str
    theirs: str
    mine: str
    # Who moved away from what both began with: "theirs", "mine", or "" for both.
    only_by: str


def stream_fields(model: type[Page]) -> frozenset[str]:
    """Return the names of a page's fields that hold blocks."""
    fields = model._meta.get_fields()  # noqa: SLF001 -- Django documents it
    return frozenset(field.name for field in fields if isinstance(field, StreamField))


def says_the_same(one: Content, other: Content) -> bool:
    """Say whether two revisions hold the same words, whatever Wagtail notes beside them."""
    names = (one.keys() | other.keys()) - KEPT_BY_WAGTAIL
    return all(_same(one.get(name), other.get(name)) for name in names)


def differences(
    *, base: Content | None, theirs: Content, mine: Content, streams: frozenset[str]
) -> tuple[Difference, ...]:
    """Return every place where the two versions differ, in the order of the page."""
    return tuple(_differences(base, theirs, mine, streams))


def merge(
    *,
    base: Content | None,
    theirs: Content,
    mine: Content,
    choices: Mapping[str, str],
    streams: frozenset[str],
) -> dict[str, Any]:
    """Return the newer version with those places of mine that were chosen.

    A place without a choice takes the side that alone moved away from the beginning, and theirs
    where both did.
    """
    result = dict(theirs)
    taken = {
        one.key
        for one in _differences(base, theirs, mine, streams)
        if choices.get(one.key, one.only_by or THEIRS) == MINE
    }
    for name in theirs.keys() | mine.keys():
        if name in streams:
            result[name] = json.dumps(
                _merged_blocks(name, _blocks(theirs.get(name)), _blocks(mine.get(name)), taken),
                ensure_ascii=False,
            )
        elif name in taken:
            result[name] = mine.get(name)
    return result


def _differences(
    base: Content | None, theirs: Content, mine: Content, streams: frozenset[str]
) -> Iterator[Difference]:
    for name in mine:
        if name in KEPT_BY_WAGTAIL or _same(mine.get(name), theirs.get(name)):
            continue
        before = base.get(name) if base is not None else None
        if name in streams:
            began = _by_id(_blocks(before)) if base is not None else None
            yield from _block_differences(
                name, began, _blocks(theirs.get(name)), _blocks(mine.get(name))
            )
        else:
            yield Difference(
                key=name,
                field=name,
                kind="",
                before=plain(before),
                theirs=plain(theirs.get(name)),
                mine=plain(mine.get(name)),
                only_by=_only_by(base is not None, before, theirs.get(name), mine.get(name)),
            )


def _block_differences(
    name: str,
    began: Mapping[str, Any] | None,
    theirs: Sequence[Any],
    mine: Sequence[Any],
) -> Iterator[Difference]:
    of_theirs, of_mine = _by_id(theirs), _by_id(mine)
    order = [*of_mine, *(one for one in of_theirs if one not in of_mine)]
    for block_id in order:
        one, other = of_theirs.get(block_id), of_mine.get(block_id)
        if _same(_value(one), _value(other)):
            continue
        before = began.get(block_id) if began is not None else None
        some = next(block for block in (other, one) if block is not None)
        yield Difference(
            key=f"{name}:{block_id}",
            field=name,
            kind=some["type"],
            before=plain(_value(before)),
            theirs=plain(_value(one)),
            mine=plain(_value(other)),
            only_by=_only_by(began is not None, _value(before), _value(one), _value(other)),
        )


def _only_by(is_known: bool, before: object, theirs: object, mine: object) -> str:
    if not is_known:
        return ""
    if _same(theirs, before):
        return MINE
    return THEIRS if _same(mine, before) else ""


def _merged_blocks(
    name: str, theirs: Sequence[Any], mine: Sequence[Any], taken: set[str]
) -> list[Any]:
    """Keep their order; what is only mine follows what it follows in mine."""
    of_mine = _by_id(mine)
    result = []
    for block in theirs:
        block_id = block["id"]
        if f"{name}:{block_id}" not in taken:
            result.append(block)
        elif block_id in of_mine:
            result.append(of_mine[block_id])
    there = {block["id"] for block in theirs}
    placed = [block["id"] for block in result]
    for position, block in enumerate(mine):
        if block["id"] in there or f"{name}:{block['id']}" not in taken:
            continue
        before = next((one["id"] for one in reversed(mine[:position]) if one["id"] in placed), None)
        index = placed.index(before) + 1 if before is not None else 0
        result.insert(index, block)
        placed.insert(index, block["id"])
    return result


def _blocks(stored: object) -> list[Any]:
    """Return a stream's blocks, from the JSON text that a revision holds."""
    found = json.loads(stored) if isinstance(stored, str) and stored else stored
    blocks = found if isinstance(found, list) else []
    return [block for block in blocks if isinstance(block, dict) and block.get("id")]


def _by_id(blocks: Sequence[Any]) -> dict[str, Any]:
    return {block["id"]: block for block in blocks}


def _value(block: Mapping[str, Any] | None) -> object:
    return None if block is None else block["value"]


def _same(one: object, other: object) -> bool:
    """Compare two stored values without the keys that the rich text editor makes anew."""
    return one == other or _without_keys(one) == _without_keys(other)


def _without_keys(value: object) -> str:
    return BLOCK_KEY.sub(
        "", json.dumps(value, ensure_ascii=False, sort_keys=True, cls=DjangoJSONEncoder)
    )


def plain(value: object) -> str:
    """Return what a person reads in a stored value, without its tags and ids."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, Mapping):
        if value.get("type") == "item" and "value" in value:
            return plain(value["value"])
        return "\n".join(text for each in value.values() if (text := plain(each)))
    if isinstance(value, list | tuple):
        return "\n".join(text for each in value if (text := plain(each)))
    text = re.sub(r"</(p|li|h\d)>|<br\s*/?>", "\n", str(value))
    return html.unescape(TAG.sub("", text)).strip()
