"""Plain pages for what went wrong, in the visitor's language; they never fail themselves."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return plain_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without database and context: whatever broke the page may break them too."""
    del request
    return HttpResponse(render_to_string("500.html"), status=500)


def plain_page(request: HttpRequest, status: int) -> HttpResponse:
    """Render the page for a status within the site's frame, or without it where that fails."""
    try:
        content = render_to_string(f"{status}.html", request=request)
    except TemplateDoesNotExist:
        raise
    except Exception:
        logger.exception("The page for status %s could not be shown in the site's frame", status)
        content = render_to_string("500.html")
    return HttpResponse(content, status=status)
