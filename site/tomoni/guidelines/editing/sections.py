"""The sections of a document that a reference can lead to, as its drafts have them."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.editing.admin_views import page_for
from tomoni.guidelines.editing.refusing import document_of
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.guidelines.texts import ANCHORED, EditionText

ARTICLE_LEVEL = 3


@dataclass(frozen=True)
class Section:
    """A target: its anchor, the words in the list, and those of a link to it."""

    anchor: str
    words: str
    link: str
    level: int


@require_safe
def sections(request: HttpRequest, page_id: int) -> JsonResponse:
    """Return the sections of the document that a page belongs to, in reading order."""
    page = page_for(request, page_id)
    if not isinstance(page, ChapterPage | GuidelinePage):
        raise Http404
    found = sections_of(draft_text(document=document_of(page)))
    return JsonResponse({"sections": [asdict(one) for one in found]})


def sections_of(text: EditionText) -> Iterator[Section]:
    """Yield chapters, headings, articles and supplements that have words to be chosen by."""
    for page in text.pages:
        if page.anchor:
            yield Section(page.anchor, page.full_title, f"「{page.full_title}」", 1)
        for block in page.body:
            value = block.get("value")
            if block.get("type") not in ANCHORED or not isinstance(value, dict):
                continue
            words = named(value)
            if words:
                level = {"heading": int(value.get("level") or 2), "supplement": 2}
                anchor = heading_anchor(str(block.get("id") or ""))
                shown = level.get(block["type"], ARTICLE_LEVEL)
                yield Section(anchor, words, f"「{words}」", shown)


def named(value: dict[str, object]) -> str:
    """Return number and title of a block as they stand in the text."""
    number = str(value.get("number") or "")
    title = str(value.get("text") or value.get("caption") or value.get("title") or "")
    return f"{number}　{title}".strip("　")
