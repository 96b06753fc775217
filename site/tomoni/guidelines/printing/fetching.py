"""What a PDF may take in: our own static files and pictures. No network, no other file."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404

from tomoni.media.views import stored_picture


class RefusedError(OSError):
    """Raised for an address that a PDF must not take anything from."""


class Fetcher:
    """Give WeasyPrint the files behind addresses below `origin`, and refuse every other one."""

    # WeasyPrint asks: a picture that is missing leaves a gap and stops nothing.
    _fail_on_errors = False

    def __init__(self, origin: str) -> None:
        self.static = urljoin(origin, settings.STATIC_URL)
        self.media = urljoin(origin, settings.MEDIA_URL)

    def __call__(self, url: str) -> object:
        from weasyprint.urls import URLFetcherResponse  # noqa: PLC0415 -- optional

        found = self.find(url)
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": kind})

    def find(self, url: str) -> Path:
        """Return the file behind an address."""
        parts = urlsplit(url)
        plain = unquote(parts._replace(query="", fragment="").geturl())
        if plain.startswith(self.media):
            try:
                return stored_picture(plain.removeprefix(self.media))
            except Http404 as error:
                raise RefusedError(url) from error
        if plain.startswith(self.static):
            found = _static_file(plain.removeprefix(self.static))
            if found is not None:
                return found
        raise RefusedError(url)


def _static_file(name: str) -> Path | None:
    """Return a static file, collected or, in a checkout, where its room keeps it."""
    try:
        collected = Path(staticfiles_storage.path(name))
        if collected.is_file():
            return collected
        found = finders.find(name)
    except (NotImplementedError, SuspiciousFileOperation, ValueError):
        return None
    return Path(found) if isinstance(found, str) and Path(found).is_file() else None
