"""`tomoni load_search_terms`: bring the starter set of terms and synonyms in, or up to date."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from tomoni.search.services import load_starter_terms


class Command(BaseCommand):
    help = "Bring in the starter set of search terms; what editors have changed stays."

    def handle(self, *_args: Any, **_options: Any) -> None:  # Any: Django's own signature
        loaded = load_starter_terms()
        told = _("Added: %(added)d. Renewed: %(renewed)d. Left as editors wrote them: %(left)d.")
        self.stdout.write(told % vars(loaded))
