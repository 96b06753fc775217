"""What writes to the search room."""

from tomoni.search.services.indexing import (
    forget_objects,
    index_object,
    index_subtree,
    move_addresses,
    rebuild,
)
from tomoni.search.services.starter import Loaded, load_starter_terms, mark_of_term
from tomoni.search.services.terms import save_term

__all__ = [
    "Loaded",
    "forget_objects",
    "index_object",
    "index_subtree",
    "load_starter_terms",
    "mark_of_term",
    "move_addresses",
    "rebuild",
    "save_term",
]
