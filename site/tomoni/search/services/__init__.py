"""What writes to the search room."""

from tomoni.search.services.counting import count_asked, count_opened, put_aside
from tomoni.search.services.editors_index import renew_editors_index
from tomoni.search.services.indexing import Indexed, forget_objects, index_objects
from tomoni.search.services.outbox import drain, note
from tomoni.search.services.rebuilding import rebuild
from tomoni.search.services.remote import fill_anew, send_changes
from tomoni.search.services.starter import Loaded, load_starter_terms, mark_of_term
from tomoni.search.services.terms import save_term

__all__ = [
    "Indexed",
    "Loaded",
    "count_asked",
    "count_opened",
    "drain",
    "fill_anew",
    "forget_objects",
    "index_objects",
    "load_starter_terms",
    "mark_of_term",
    "note",
    "put_aside",
    "rebuild",
    "renew_editors_index",
    "save_term",
    "send_changes",
]
