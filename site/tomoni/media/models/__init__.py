"""Pictures, their descriptions in each language, and documents."""

from tomoni.media.models.document import Document
from tomoni.media.models.image import Image, ImageDescription, Rendition

__all__ = ["Document", "Image", "ImageDescription", "Rendition"]
