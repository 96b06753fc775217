"""Blocks that show pictures and offer documents."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from tomoni.languages import html_lang_of
from tomoni.media.models import Image
from tomoni.media.selectors import AltText, alternative_text, images_for_pages, shown_picture


class PictureChooserBlock(ImageChooserBlock):
    """A picture, fetched for a whole body at once with all that showing it needs."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Image | None]:
        """Return the pictures in three queries, however many there are."""
        ids = list(values)
        found = images_for_pages().in_bulk([one for one in ids if one is not None])
        return [found.get(one) if one is not None else None for one in ids]


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
