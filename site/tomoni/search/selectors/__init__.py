"""Questions of the search room: what was found, how the index is."""

from tomoni.search.selectors.finding import PER_PAGE, Found, contact, find
from tomoni.search.selectors.results import Result
from tomoni.search.selectors.standing import ask_index
from tomoni.search.selectors.terms import book, expansions, lookup, terms_matching

__all__ = [
    "PER_PAGE",
    "Found",
    "Result",
    "ask_index",
    "book",
    "contact",
    "expansions",
    "find",
    "lookup",
    "terms_matching",
]
