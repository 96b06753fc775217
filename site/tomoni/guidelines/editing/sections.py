"""The sections of a document that a reference can lead to, as its drafts have them."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from tomoni.guidelines.anchors import ANCHORED, heading_anchor, headline
from tomoni.guidelines.editing.admin_views import page_for
from tomoni.guidelines.editing.refusing import document_of
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.guidelines.texts import EditionText, PageText


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
        for block_id, level, words in named_blocks(page):
            yield Section(heading_anchor(block_id), words, f"「{words}」", level)


def named_blocks(page: PageText) -> Iterator[tuple[str, int, str]]:
    """Yield id, level, and number with title of each block of a page that begins a section."""
    for block in page.body:
        kind, value = block.get("type"), block.get("value")
        if kind not in ANCHORED or not isinstance(value, dict):
            continue
        level, number, title = headline(kind, value)
        if words := f"{number}　{title}".strip("　"):
            yield str(block.get("id") or ""), level, words
