"""Django's system checks on what searching needs."""

from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning
from django.utils.translation import gettext as _

from tomoni.search.analysis.japanese.dictionary import is_installed


def check_dictionary(**_kwargs: object) -> list[CheckMessage]:
    """Say so where Japanese is searched without a dictionary."""
    if is_installed():
        return []
    return [
        CheckWarning(
            _("Japanese is searched without a dictionary: readings and spellings do not meet."),
            hint=_("Install sudachipy and sudachidict-core, then rebuild the search index."),
            id="tomoni_search.W001",
        )
    ]
