"""The town's indexes: one in use under the town's name, and new ones that replace it at once."""

import secrets
from datetime import UTC, datetime
from typing import Any

from elasticsearch import AuthorizationException, Elasticsearch, NotFoundError

from tomoni.search.stores.elasticsearch.configuring import Configuration
from tomoni.search.stores.elasticsearch.mapping import MAPPINGS, SCHEMA, pattern, settings

# Above the templates that a server brings along.
_PRIORITY = 500


def prepare(client: Elasticsearch, configuration: Configuration) -> None:
    """Make the template, and the first index where there is none."""
    _put_template(client, configuration)
    if not in_use(client, configuration):
        fresh = create(client, configuration)
        switch_to(client, configuration, fresh)


def in_use(client: Elasticsearch, configuration: Configuration) -> tuple[str, ...]:
    """Return what stands under the town's name: one index, or nothing."""
    try:
        return tuple(client.indices.get(index=configuration.index, features="aliases"))
    except NotFoundError:
        return ()


def fits(name: str, configuration: Configuration) -> bool:
    """Say whether an index was made as indexes are made now."""
    return name.startswith(_beginning(configuration))


def create(client: Elasticsearch, configuration: Configuration) -> str:
    """Make a new index that nobody sees yet, and return its name."""
    moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    name = f"{_beginning(configuration)}{moment}-{secrets.token_hex(3)}"
    client.indices.create(index=name, mappings=MAPPINGS, settings=settings(configuration))
    return name


def switch_to(client: Elasticsearch, configuration: Configuration, fresh: str) -> None:
    """Put an index under the town's name in place of what stands there, in one step."""
    name = configuration.index
    # Any: each action is JSON.
    actions: list[dict[str, Any]] = [
        # An index that somebody else made under the very name has to go.
        {"remove_index": {"index": old}}
        if old == name
        else {"remove": {"index": old, "alias": name}}
        for old in in_use(client, configuration)
        if old != fresh
    ]
    actions.append({"add": {"index": fresh, "alias": name, "is_write_index": True}})
    client.indices.update_aliases(actions=actions)


def delete_others(client: Elasticsearch, configuration: Configuration, kept: str) -> None:
    """Delete the town's other indexes: the former one, and those of broken-off rebuilds."""
    for name in made(client, configuration):
        if name != kept:
            delete(client, name)


def made(client: Elasticsearch, configuration: Configuration) -> tuple[str, ...]:
    """Return all indexes of the town, also those of rebuilds that were never finished."""
    return tuple(client.indices.get(index=pattern(configuration), features="aliases"))


def delete(client: Elasticsearch, name: str) -> None:
    client.indices.delete(index=name, ignore_unavailable=True)


def drop_template(client: Elasticsearch, configuration: Configuration) -> None:
    client.options(ignore_status=404).indices.delete_index_template(
        name=f"{configuration.index}--template"
    )


def _beginning(configuration: Configuration) -> str:
    return f"{configuration.index}--{SCHEMA}-"


def _put_template(client: Elasticsearch, configuration: Configuration) -> None:
    """Say what the town's indexes look like, whoever makes them."""
    template = {"mappings": MAPPINGS, "settings": settings(configuration)}
    try:
        client.indices.put_index_template(
            name=f"{configuration.index}--template",
            index_patterns=[pattern(configuration)],
            template=template,
            priority=_PRIORITY,
        )
    except AuthorizationException:
        # A town within a shared cluster may not; its indexes are made with the same words.
        return
