"""Plain pages for what went wrong, in the language of the address; they never fail themselves."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

logger = logging.getLogger(__name__)

# Said when not even a template without any context can be shown.
LAST_RESORT = "問題が起きました。時間をおいてもう一度お試しください。\nPlease try again later.\n"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open for too long, or that another site has sent."""
    del reason
    return plain_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without database and context: whatever broke the page may break them too."""
    with translation.override(language_of(request)):
        return without_frame(500)


def plain_page(request: HttpRequest, status: int) -> HttpResponse:
    """Show the page for a status within the site's frame, or without it where that fails.

    The error may have come before the language was set, and then the thread still speaks that of
    the visitor before; so it is taken from the address.
    """
    with translation.override(language_of(request)):
        try:
            return HttpResponse(render_to_string(f"{status}.html", request=request), status=status)
        except Exception:
            logger.exception("The page for status %s failed in the site's frame", status)
        return without_frame(status)


def without_frame(status: int) -> HttpResponse:
    """Show the page for a status from its template alone, or else a few plain words."""
    try:
        return HttpResponse(render_to_string(f"{status}.html"), status=status)
    except Exception:
        logger.exception("The page for status %s failed without any frame, too", status)
    return HttpResponse(LAST_RESORT, status=status, content_type="text/plain; charset=utf-8")


def refuse(request: HttpRequest) -> HttpResponse:
    """Answer what no honest browser sends, without asking the database anything for it."""
    with translation.override(language_of(request)):
        return without_frame(400)


def language_of(request: HttpRequest) -> str:
    """Return the language that the address names, or the default one."""
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
