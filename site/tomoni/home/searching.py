"""What of an ordinary page can be found, and the pieces that other rooms make theirs from."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.utils.html import strip_tags

from tomoni.home.frame import FRAMES
from tomoni.home.models import HomePage, PublicPage, Section
from tomoni.home.models.pages import BodyPage
from tomoni.plugins import ForeignText, Passage, SearchText

# Returns anchor and title of a block that begins a passage, or None for any other.
Headline = Callable[[Any], "tuple[str, str] | None"]  # Any: a bound block has no type of its own


def page_texts(page: BodyPage) -> Iterable[SearchText]:
    """Yield the page as one text: its summary, and a passage for each heading."""
    url = page_url(page)
    if url:
        yield SearchText(
            locale=page.locale.language_code,
            title=page.title,
            url=url,
            text=page.summary,
            passages=passages_of(page.body, headline=_headline),
            facets=facets_of(page),
        )


def passages_of(body: Any, *, headline: Headline) -> tuple[Passage, ...]:
    """Return the text of a body, cut where a block begins a passage; none is without text."""
    passages: list[Passage] = []
    anchor, heading, texts = "", "", list[str]()
    for child in body:
        begun = headline(child)
        if begun is not None:
            passages.append(Passage("\n".join(texts), heading, anchor))
            (anchor, heading), texts = begun, []
        if begun is None or child.block_type != "heading":
            found = child.block.get_searchable_content(child.value)
            texts += [text for text in (strip_tags(str(one)) for one in found) if text.strip()]
    passages.append(Passage("\n".join(texts), heading, anchor))
    return tuple(passage for passage in passages if passage.text or passage.heading)


def facets_of(page: PublicPage) -> Mapping[str, tuple[str, ...]]:
    """Return the section in charge, by what its translations share."""
    return {"section": (str(page.section.translation_key),)} if page.section else {}


def section_names(values: Iterable[str], code: str) -> Mapping[str, str | ForeignText]:
    """Return the names of sections in a language, in Japanese where there is none."""
    wanted = list(values)
    names = _names_in(code, FRAMES.present())
    if not names.keys() >= set(wanted):
        # Sections that nobody told of: a database may have been put in place of another.
        _names_in.cache_clear()
        names = _names_in(code, FRAMES.present())
    return {value: names[value] for value in wanted if value in names}


# Asked with each search, and changed once a year: then the generation is another one.
@lru_cache(maxsize=32)
def _names_in(code: str, generation: Any) -> Mapping[str, str | ForeignText]:
    del generation
    rows = Section.objects.filter(locale__language_code__in=[code, "ja"]).values_list(
        "translation_key", "locale__language_code", "name"
    )
    return {
        str(key): name if locale == code else ForeignText(name, locale)
        for key, locale, name in sorted(rows, key=lambda row: row[1] == code)
    }


def page_url(page: PublicPage) -> str:
    """Return the address of a page below its language's prefix, or nothing outside front pages."""
    home = HomePage.objects.ancestor_of(page, inclusive=True).first()
    if home is None:
        return ""
    return f"/{page.locale.language_code}/{page.url_path.removeprefix(home.url_path)}"


def _headline(child: Any) -> tuple[str, str] | None:
    if child.block_type != "heading":
        return None
    return str(child.id or ""), str(child.value.get("text") or "")
