"""Blocks that show pictures and offer documents."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from tomoni.languages import html_lang_of
from tomoni.media.models import Image
from tomoni.media.selectors import AltText, alternative_text, images_for_pages, shown_picture

_at_hand: ContextVar[Mapping[int, Image] | None] = ContextVar("tomoni_pictures", default=None)


@contextmanager
def pictures_at_hand(pictures: Mapping[int, Image]) -> Iterator[None]:
    """Let blocks take their pictures from those that were fetched for a whole page."""
    token = _at_hand.set(pictures)
    try:
        yield
    finally:
        _at_hand.reset(token)


class PictureChooserBlock(ImageChooserBlock):
    """A picture, fetched for a whole page at once with all that showing it needs."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Image | None]:
        """Return the pictures in one query, or in none where they are at hand."""
        keys = list(values)
        found = _at_hand.get()
        if found is None:
            found = images_for_pages(key for key in keys if key is not None)
        # Wagtail promises each block an object of its own.
        return [copy.copy(found.get(key)) if key is not None else None for key in keys]


class PictureBlock(blocks.StructBlock):
    """A picture with its caption."""

    image = PictureChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    alt_text = blocks.CharBlock(
        label=_("Alternative text here"),
        required=False,
        max_length=255,
        help_text=_("Only if it should differ from the picture's own one on this page."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decorative here"),
        required=False,
        help_text=_("Tick if the text around it says everything that the picture shows."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "tomoni/media/picture.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the picture's addresses and its alternative text in the page's language."""
        context = super().get_context(value, parent_context=parent_context)
        image = value.get("image")
        if image is not None:
            code = get_language() or "ja"
            context["picture"] = shown_picture(image)
            context["alt"] = self._alt(value, image, code)
            context["page_lang"] = html_lang_of(code)
        return context

    @staticmethod
    def _alt(value: blocks.StructValue, image: Image, code: str) -> AltText:
        if value.get("decorative"):
            return AltText("", html_lang_of(code))
        if value.get("alt_text"):
            return AltText(value["alt_text"], html_lang_of(code))
        return alternative_text(image, code)


class DocumentLinkBlock(blocks.StructBlock):
    """A link to a document that says what the reader will get."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Words of the link"),
        required=False,
        max_length=255,
        help_text=_("Empty: the title of the document."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "tomoni/media/document_link.html"
