"""Where the media room meets Wagtail."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from tomoni.media.models import Document


@hooks.register("before_serve_document")
def say_when_the_file_is_gone(document: Document, request: HttpRequest) -> None:
    """Answer 404 instead of an error when a row has lost its file."""
    del request
    name = document.file.name
    if not name or not document.file.storage.exists(name):
        raise Http404
