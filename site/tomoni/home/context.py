"""Give every template the site frame."""

from typing import Any

from django.http import HttpRequest

from tomoni.home.frame import frame_of
from tomoni.home.selectors import languages_without_page


def frame(request: HttpRequest) -> dict[str, Any]:
    """Add `frame` and `languages` to public pages; Wagtail's admin has its own frame."""
    if request.path.startswith("/admin/"):
        return {}
    present = frame_of(request)
    match = getattr(request, "resolver_match", None)
    url_name = match.view_name if match and not match.kwargs and match.view_name else ""
    return {
        "frame": present,
        "languages": languages_without_page(
            frame=present, url_name=url_name if url_name == "search" else ""
        ),
    }
