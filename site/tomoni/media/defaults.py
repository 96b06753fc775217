"""Settings that belong to pictures and documents; `project/settings/base.py` takes them over."""

from tomoni.media.document_kinds import DOCUMENT_KINDS as _KINDS

WAGTAILIMAGES_IMAGE_MODEL = "tomoni_media.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "tomoni.media.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "svg", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000

WAGTAILDOCS_DOCUMENT_MODEL = "tomoni_media.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "tomoni.media.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [kind.extension for kind in _KINDS]
WAGTAILDOCS_CONTENT_TYPES = {kind.extension: kind.content_type for kind in _KINDS}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# A file opened inside the site's own address could act in its name: always offer it to save.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
TOMONI_DOCUMENT_MAX_BYTES = 50 * 1024 * 1024
