"""Serve stored pictures where no web server in front does it."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils._os import safe_join
from django.views.decorators.http import condition, require_safe

# Documents are left out: they go through Wagtail's view, which knows who may read them.
FOLDERS = ("avatar_images", "images", "original_images")
CONTENT_TYPES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
# Opened by itself a picture may draw, and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
ONE_DAY = 60 * 60 * 24


def stored_picture(path: str) -> Path:
    """Return where a picture lies, or raise that there is none."""
    folder, _, name = path.partition("/")
    if folder not in FOLDERS or not name:
        raise Http404
    try:
        root = Path(safe_join(settings.MEDIA_ROOT, folder))
        found = Path(safe_join(root, name)).resolve()
        is_there = found.is_relative_to(root.resolve()) and found.is_file()
    except (SuspiciousFileOperation, ValueError, OSError) as error:
        raise Http404 from error
    if not is_there or found.suffix.lower() not in CONTENT_TYPES:
        raise Http404
    return found


def _etag(request: HttpRequest, path: str) -> str:
    del request
    stat = stored_picture(path).stat()
    return f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'


def _last_modified(request: HttpRequest, path: str) -> datetime:
    del request
    return datetime.fromtimestamp(stored_picture(path).stat().st_mtime, tz=UTC)


@require_safe
@condition(etag_func=_etag, last_modified_func=_last_modified)
def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send a picture with headers that keep it a picture."""
    del request
    found = stored_picture(path)
    response = FileResponse(found.open("rb"), content_type=CONTENT_TYPES[found.suffix.lower()])
    response.headers["Cache-Control"] = f"public, max-age={ONE_DAY}"
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
