"""The forms in which editors add and change pictures and documents, one at a time or many."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.models import Locale

from tomoni.media.checked import CheckedUpload
from tomoni.media.document_checking import check_document
from tomoni.media.picture_checking import check_picture
from tomoni.media.services import describe_image

ALT_TEXT_MISSING = _(
    "Say in a few words what the picture shows, or tick “decorative” if it tells nothing."
)
ALT_TEXT_OF_DECORATION = _("A decorative picture has no alternative text. Delete it or untick.")


def description_name(locale_code: str) -> str:
    """Return the name of the form field with the alternative text in a language."""
    return f"description_{locale_code.replace('-', '_')}"


class ImageForm(BaseImageForm):
    """Every picture has an alternative text or is marked decorative."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Wagtail's signature
        super().__init__(*args, **kwargs)
        self.locales = self._further_locales() if "description" in self.fields else []
        if not self.locales:
            return
        written = {}
        if self.instance.pk:
            written = dict(self.instance.descriptions.values_list("locale_id", "text"))
        for locale in self.locales:
            self.fields[description_name(locale.language_code)] = forms.CharField(
                label=format_lazy(
                    _("Alternative text: {language}"), language=locale.get_display_name()
                ),
                required=False,
                max_length=255,
                initial=written.get(locale.pk, ""),
            )

    @staticmethod
    def _further_locales() -> list[Locale]:
        codes = [code for code, _name in settings.LANGUAGES]
        others = [one for one in Locale.objects.all() if one.language_code != codes[0]]
        return sorted(others, key=lambda one: codes.index(one.language_code))

    def clean_file(self) -> UploadedFile | None:
        """Replace the upload by its harmless copy."""
        upload = self.cleaned_data["file"]
        if not isinstance(upload, UploadedFile):
            return upload
        upload.seek(0)
        name = upload.name or ""
        data = check_picture(upload.read(), name)
        return CheckedUpload(name, data, upload.content_type or "")

    def clean(self) -> dict[str, Any]:
        """Ask for an alternative text in the first language; others fall back to it."""
        cleaned = super().clean()
        if "description" not in self.fields or "is_decorative" not in self.fields:
            return cleaned
        described = bool((cleaned.get("description") or "").strip())
        if not described and not cleaned.get("is_decorative"):
            self.add_error("description", ALT_TEXT_MISSING)
        if described and cleaned.get("is_decorative"):
            self.add_error("description", ALT_TEXT_OF_DECORATION)
        return cleaned

    def _save_m2m(self) -> None:
        super()._save_m2m()
        describe_image(
            image=self.instance,
            descriptions={
                locale.language_code: self.cleaned_data[description_name(locale.language_code)]
                for locale in self.locales
            },
        )


class DocumentForm(BaseDocumentForm):
    """Every document is what its name says, and says its language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Wagtail's signature
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            model_field = self.fields["language"]
            self.fields["language"] = forms.ChoiceField(
                label=model_field.label,
                help_text=model_field.help_text,
                choices=settings.LANGUAGES,
                initial=model_field.initial,
                # Many files dropped at once come without it.
                required=False,
            )

    def clean_language(self) -> str:
        """Return the chosen language, or the site's first one."""
        return self.cleaned_data["language"] or settings.LANGUAGE_CODE

    def clean_file(self) -> UploadedFile | None:
        """Refuse what is not what it says."""
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            check_document(upload, upload.name or "", upload.size or 0)
        return upload
