"""What an index looks like: nothing in it is guessed by the server.

Tokens come ready, so the `whitespace` analyzer is all that is needed, and every server has it.
"""

from typing import Any

from tomoni.search.stores.elasticsearch.configuring import Configuration

# Grows when an index as it is made here no longer fits an older one: asks for a rebuild.
SCHEMA = 2

# All fields in one: a gap lies between them, so that no phrase reaches from one into the next.
TEXT = "text"

_TOKENS = {"type": "text", "analyzer": "whitespace"}
_KEPT_ONLY = {"index": False, "doc_values": False}

# Any: the body of a request is JSON.
MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "_meta": {"schema": SCHEMA},
    "properties": {
        "pk": {"type": "long"},
        "locale": {"type": "keyword"},
        "title": {**_TOKENS, "copy_to": TEXT},
        "headings": {**_TOKENS, "copy_to": TEXT},
        # Most of the text: indexed once.
        "body": {"type": "text", "index": False, "copy_to": TEXT},
        TEXT: {**_TOKENS, "position_increment_gap": 100},
        "length": {"type": "integer", **_KEPT_ONLY},
        "signature": {"type": "long"},
        # Microseconds since 1970: whole numbers, as in the other stores.
        "date": {"type": "long"},
        # Until when a text is not over: the date again where it has no end.
        "ends": {"type": "long"},
        "place": {"type": "geo_point"},
        "boost": {"type": "double"},
    },
}


def settings(configuration: Configuration) -> dict[str, Any]:
    """Return how an index is kept."""
    copies: dict[str, Any] = (
        {"auto_expand_replicas": "0-1"}
        if configuration.replicas is None
        else {"number_of_replicas": configuration.replicas}
    )
    return {
        "number_of_shards": configuration.shards,
        **copies,
        # As results are sorted where they are equal. In the order in which texts come, the latest
        # first, each would push out another: with 100,000 that takes longer than to find them.
        "sort.field": "pk",
        "sort.order": "desc",
        # How long a deleted text's version is remembered: an older one that comes late must not
        # bring it back.
        "gc_deletes": "1h",
    }


def pattern(configuration: Configuration) -> str:
    """Return what all names of the town's indexes look like, and no other town's."""
    return f"{configuration.index}--*"
