"""What writes to the search room."""

from tomoni.search.services.indexing import (
    forget_objects,
    index_object,
    index_subtree,
    move_addresses,
    rebuild,
)

__all__ = ["forget_objects", "index_object", "index_subtree", "move_addresses", "rebuild"]
