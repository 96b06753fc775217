"""A page of results as plain values for programs: what the public page shows, and no more."""

from collections.abc import Callable
from datetime import datetime
from html import unescape

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from tomoni.search.queries import Asked
from tomoni.search.selectors.facets import Filter
from tomoni.search.selectors.finding import Found
from tomoni.search.selectors.grouping import Group
from tomoni.search.selectors.results import Result

Absolute = Callable[[str], str]
Value = object


def exported(found: Found, *, asked: Asked, absolute: Absolute) -> dict[str, Value]:
    """Return a page of results; texts with `_html` have what answers in `<mark>`.

    Distances are whole metres, times ISO 8601 with their offset.
    """
    listed = (*found.own, *found.japanese)
    return {
        "query": asked.text,
        "count": found.count,
        "page": found.page.number,
        "pages": found.page.paginator.num_pages,
        "sort": asked.sort or "relevance",
        "partial": found.is_partial,
        "also": [{"lang": one.html_lang, "words": list(one.words)} for one in found.also],
        "did_you_mean": found.correction.text if found.correction else None,
        "filters": [_filter(one) for one in found.filters],
        "groups": [_group(one, absolute) for one in found.groups],
        "results": [_result(one, absolute) for one in listed],
    }


def _filter(one: Filter) -> dict[str, Value]:
    return {
        "name": one.name,
        "label": str(one.label),
        "choices": [
            {
                "value": choice.value,
                "label": str(choice.label),
                "lang": choice.html_lang or None,
                "count": choice.count,
                "chosen": choice.chosen,
            }
            for choice in one.choices
        ],
    }


def _group(one: Group, absolute: Absolute) -> dict[str, Value]:
    return {
        "kind": one.value,
        "label": str(one.label),
        "count": one.count,
        "results": [_result(result, absolute) for result in one.results],
    }


def _result(one: Result, absolute: Absolute) -> dict[str, Value]:
    return {
        "title": one.row.title,
        "title_html": one.title,
        "section": _plain(one.heading),
        "text": _plain(one.snippet),
        "text_html": one.snippet,
        "url": absolute(one.url),
        "kind": one.row.source,
        "kind_label": str(one.kind),
        "lang": one.html_lang,
        "lacks": list(one.lacks),
        "starts": _moment(one.row.starts),
        "ends": _moment(one.row.ends),
        "distance": None if one.distance is None else round(one.distance),
    }


def _plain(marked: SafeString) -> str:
    return unescape(strip_tags(marked))


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
