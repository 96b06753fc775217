"""Django's system checks on what searching needs."""

import re

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.utils.text import format_lazy
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


def check_processes(**_kwargs: object) -> list[CheckMessage]:
    """Report a number of processes that is none."""
    chosen = str(settings.TOMONI_SEARCH.get("PROCESSES", "")).strip()
    if not chosen or re.fullmatch(r"[1-9][0-9]?", chosen):
        return []
    told = format_lazy(
        _("{name} is “{value}”: write {wanted}."),
        name="TOMONI_SEARCH_PROCESSES",
        value=chosen,
        wanted=_("a whole number from 1 to 99, or nothing"),
    )
    return [Error(str(told), id="tomoni_search.E004")]
