"""Questions of the search room: what was found, how the index is."""

from tomoni.search.selectors.finding import (
    PER_PAGE,
    Found,
    Result,
    ask_index,
    contact,
    find,
    matching,
    ranked,
)

__all__ = ["PER_PAGE", "Found", "Result", "ask_index", "contact", "find", "matching", "ranked"]
