"""Carry from a form to the store that a picture was looked at, so that it is decoded once."""

from django.core.files.uploadedfile import SimpleUploadedFile


class CheckedUpload(SimpleUploadedFile):
    """An upload whose bytes came out of `check_picture`."""
