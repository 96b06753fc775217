"""What the import asks for: a file, and what the document says of itself."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

# Kept, and refused by the reader with a sentence, are files up to this size.
KEPT = 100 * 1024 * 1024
READ = 20 * 1024 * 1024
ACCEPTED = ".txt,.docx,.pdf,text/plain,application/pdf"


class UploadForm(forms.Form):
    """Take a file, and a title where the text does not say it."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("Text (.txt), Word (.docx) or PDF with text, up to 20 MB and 500 pages."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Choose the file that holds the text."),
        },
        allow_empty_file=True,
    )
    title = forms.CharField(
        label=_("Title of the document"),
        max_length=255,
        required=False,
        help_text=_("Empty: taken from the text."),
    )

    def clean_file(self) -> UploadedFile:
        file: Any = self.cleaned_data["file"]
        if file.size > KEPT:
            raise forms.ValidationError(
                _("This file has %(size)s. Keep it below %(limit)s: split it, or save its text."),
                params={"size": filesizeformat(file.size), "limit": filesizeformat(READ)},
            )
        return file
