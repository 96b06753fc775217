"""Blocks with pictures and documents."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock()


class DocumentLinkBlock(blocks.StructBlock):
    document = DocumentChooserBlock()
