"""What the search room stores: texts as they are shown, what waits, what was asked, the index."""

from tomoni.search.models.asked import AskedWeek, AskedWords
from tomoni.search.models.changes import SearchChange
from tomoni.search.models.documents import FacetSignature, SearchDocument
from tomoni.search.models.keys import SuggestionKey
from tomoni.search.models.requests import PageRequest
from tomoni.search.models.state import IndexedLanguage, IndexState, RemovedDocument, TermCount
from tomoni.search.models.stored import StoredLanguage, StoredText
from tomoni.search.models.synonyms import SynonymSet
from tomoni.search.models.terms import Term, TermForm, TermGloss

__all__ = [
    "AskedWeek",
    "AskedWords",
    "FacetSignature",
    "IndexState",
    "IndexedLanguage",
    "PageRequest",
    "RemovedDocument",
    "SearchChange",
    "SearchDocument",
    "StoredLanguage",
    "StoredText",
    "SuggestionKey",
    "SynonymSet",
    "Term",
    "TermCount",
    "TermForm",
    "TermGloss",
]
