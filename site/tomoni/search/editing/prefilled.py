"""Forms that begin with words from the list of what was not found, and lead back to it."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tomoni.languages import LANGUAGES
from tomoni.search.queries import clean

UNFOUND = "tomoni_unfound"
SYNONYM_ADD = "wagtailsnippets_tomoni_search_synonymset:add"
TERM_ADD = "wagtailsnippets_tomoni_search_term:add"
WISH_ADD = "wagtailsnippets_tomoni_search_pagerequest:add"
LONGEST = 100


class Prefilled:
    """A view of a new entry whose address may say a word and its language."""

    request: Any
    # The form's fields for the word; "{code}" stands for the language in a field's name.
    word_fields: tuple[str, ...] = ()

    def given(self) -> dict[str, str]:
        """Return the word and its language, or nothing."""
        word = clean(self.request.GET.get("word", "")[:LONGEST])
        locale = self.request.GET.get("locale", "")
        known = {one.code for one in LANGUAGES}
        return {"word": word, "locale": locale} if word and locale in known else {}

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_initial()  # type: ignore[misc]
        if given := self.given():
            code = given["locale"].replace("-", "_")
            fields = {name.format(code=code): given["word"] for name in self.word_fields}
            initial |= {**fields, "locale": given["locale"], "tried": given["word"]}
        return initial

    def get_add_url(self) -> str:
        # What the form is sent to, so that its answer still knows.
        address: str = super().get_add_url()  # type: ignore[misc]
        given = self.given()
        return f"{address}?{urlencode(given)}" if given else address

    def get_success_url(self) -> str:
        given = self.given()
        if given:
            return f"{reverse(f'{UNFOUND}:index')}?{urlencode({'locale': given['locale']})}"
        address: str = super().get_success_url()  # type: ignore[misc]
        return address
