"""File fields that let nothing unchecked into the store, whichever way it comes."""

from django.core.files.base import ContentFile, File
from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from tomoni.media.checked import CheckedUpload
from tomoni.media.document_checking import check_document
from tomoni.media.picture_checking import check_picture


class CheckedPictureFile(WagtailImageFieldFile):
    """Checks and cleans on its way into the store: forms, imports and code all pass here."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store the harmless copy."""
        content.seek(0)
        if not isinstance(content, CheckedUpload):
            content = ContentFile(check_picture(content.read(), name), name)
        super().save(name, content, save=save)


class CheckedPictureField(WagtailImageField):
    """A picture that was looked at before it was stored."""

    attr_class = CheckedPictureFile


class CheckedDocumentFile(FieldFile):
    """Checks on its way into the store."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store what is what it says."""
        check_document(content, name, content.size)
        super().save(name, content, save=save)


class CheckedDocumentField(FileField):
    """A document that was looked at before it was stored."""

    attr_class = CheckedDocumentFile
