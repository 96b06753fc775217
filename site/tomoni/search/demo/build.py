"""Give the demo town the starter set of search terms; safe to run twice."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from tomoni.search.services import load_starter_terms


def build(progress: Callable[[str], None]) -> None:
    """Bring the starter set in."""
    progress(_("Words that residents search with"))
    load_starter_terms()
