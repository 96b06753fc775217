"""Django's system checks on which store was chosen and how its server is reached."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Doubt
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tomoni.search.stores.elasticsearch.configuring import doubts, problems

STORES = ("database", "elasticsearch")


def check_store(**_kwargs: Any) -> list[CheckMessage]:  # Any: Django passes what it likes
    """Report what cannot work as errors, and what should not be so as warnings."""
    return list(_messages(settings.TOMONI_SEARCH))


def _messages(given: dict[str, Any]) -> Iterator[CheckMessage]:
    store = given.get("STORE")
    if store not in STORES:
        sentence = _("TOMONI_SEARCH asks for the store “{store}”; there are {known}.")
        told = str(format_lazy(sentence, store=store, known=", ".join(STORES)))
        yield Error(told, id="tomoni_search.E001")
    if store != "elasticsearch":
        return
    if find_spec("elasticsearch") is None:
        yield Error(
            str(_("The client for Elasticsearch is not installed.")),
            hint='python -m pip install "tomoni[elasticsearch]"',
            id="tomoni_search.E002",
        )
    for problem in problems(given):
        yield Error(str(problem), id="tomoni_search.E003")
    for doubt in doubts(given):
        yield Doubt(str(doubt), id="tomoni_search.W002")
