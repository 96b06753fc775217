"""What each request meets first: hostile input, security headers, and the language of its path."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from tomoni.project import errors

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PUBLIC_POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
# Wagtail's date pickers and editor need inline scripts and styles (Wagtail roadmap 92).
ADMIN_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


class HostileRequestMiddleware:
    """Answer what no honest browser sends before it reaches a database or a log line.

    A NUL byte is refused by PostgreSQL in any text; a path or query with one is nobody's page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "%00" in query or "\x00" in query:
            return errors.refuse(request)
        try:
            request.get_host()
        except DisallowedHost:
            return errors.refuse(request)
        return self.get_response(request)


class SecurityHeadersMiddleware:
    """Add the content policy: strict for the public, and as loose as Wagtail's admin needs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_admin = request.path.startswith("/admin/")
        response.headers.setdefault(
            "Content-Security-Policy", ADMIN_POLICY if is_admin else PUBLIC_POLICY
        )
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()"
        )
        return response


class PathLocaleMiddleware(LocaleMiddleware):
    """Take the language from the address alone.

    A resident who follows a link must get the page that the link names, so neither the browser's
    languages nor a cookie ever redirect; outside the language prefixes Japanese answers.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = translation.get_language_from_path(request.path_info)
        translation.activate(language or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        del request
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
