"""What residents read beside their results is said in their language."""

import pytest
from django.utils import translation

from tomoni.languages import LANGUAGES
from tomoni.plugins import SearchSource, registry
from tomoni.search.selectors.facets import facets

OTHERS = [language.code for language in LANGUAGES if language.code != "en"]


def labels() -> list[str]:
    """Return the labels of all sources and filters, in the present language."""
    sources = [source for _owner, source in registry.owned(SearchSource)]
    return [str(one.label) for one in (*sources, *facets())]


@pytest.mark.parametrize("code", OTHERS)
def test_kinds_and_filters_are_named_in_every_language(code):
    with translation.override("en"):
        english = labels()
    with translation.override(code):
        own = labels()

    assert len(english) >= 7
    assert set(own).isdisjoint(english)
