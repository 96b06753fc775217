"""Read a page for its visitor: its body with what the blocks lead to, and what else it offers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import (
    get_supported_language_variant,
    parse_accept_lang_header,
)
from wagtail.blocks import StreamValue

from tomoni.home.anchors import heading_anchor
from tomoni.home.frame import Link, LiveLocale, SiteFrame, frame_of
from tomoni.home.selectors import links_below
from tomoni.home.shelf import Shelf, unpack
from tomoni.media.selectors import alternative_text, shown_picture

if TYPE_CHECKING:
    from tomoni.home.models import AccessibilityResultPage, HomePage
    from tomoni.home.models.pages import BodyPage

# A page with fewer large headings is seen at a glance.
WORTH_CONTENTS = 4


def read_front(*, page: "HomePage", request: HttpRequest) -> dict[str, Any]:
    """Return what the front page's template shows beside the page's own fields."""
    frame = frame_of(request)
    shelf = unpack(page.body, pictures=[page.picture_id])
    picture = shelf.pictures.get(page.picture_id) if page.picture_id else None
    return {
        "page_addresses": addresses(shelf=shelf, frame=frame),
        "picture": shown_picture(picture) if picture else None,
        "picture_alt": alternative_text(picture, frame.code).text if picture else "",
        "preferred": preferred_language(
            frame=frame, accepted=request.headers.get("Accept-Language", "")
        ),
    }


def read_page(*, page: "BodyPage", request: HttpRequest) -> dict[str, Any]:
    """Return what an ordinary page's template shows beside the page's own fields."""
    frame = frame_of(request)
    shelf = unpack(page.body)
    headings = contents_of(page.body)
    return {
        "page_addresses": addresses(shelf=shelf, frame=frame),
        "contents": headings if len(headings) >= WORTH_CONTENTS else (),
        "below": links_below(page=page, frame=frame),
        "asks_in_body": any(child.block_type == "contact" for child in page.body),
    }


def read_result(*, page: "AccessibilityResultPage") -> dict[str, Any]:
    """Return what a test result's template shows beside the page's own fields."""
    return {
        "pages_tested": page.pages_tested.splitlines(),
        "technologies": page.technologies.splitlines(),
        "columns": [_("Number"), _("Criterion"), _("Level"), _("Outcome"), _("Note")],
        "rows": [
            [
                entry.number,
                entry.criterion.name,
                entry.criterion.level,
                entry.get_outcome_display(),
                entry.note,
            ]
            for entry in page.criteria.all()
        ],
    }


def addresses(*, shelf: Shelf, frame: SiteFrame) -> dict[int, str]:
    """Return where each page that the body names can be read; nothing where it cannot."""
    return {key: frame.url_of(page) for key, page in shelf.pages.items()}


def contents_of(body: StreamValue) -> tuple[Link, ...]:
    """Return the large headings of a body, with links to them."""
    return tuple(
        Link(text=child.value["text"], url=f"#{heading_anchor(str(child.id))}")
        for child in body
        if child.block_type == "heading" and child.value["level"] == "2"
    )


def preferred_language(*, frame: SiteFrame, accepted: str) -> LiveLocale | None:
    """Return the offered language that the browser asks for, where it is another than this one's.

    Easy Japanese counts as Japanese: browsers cannot ask for it, readers choose it themselves.
    """
    offered = {locale.code: locale for locale in frame.locales}
    for code in _asked_for(accepted):
        if code.split("-")[0] == frame.code.split("-")[0]:
            return None
        if code in offered:
            return offered[code]
    return None


def _asked_for(accepted: str) -> Iterable[str]:
    for tag, _quality in parse_accept_lang_header(accepted.lower()):
        try:
            yield get_supported_language_variant(tag)
        except LookupError:
            continue
