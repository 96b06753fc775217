"""Where files lie that are nobody's business by address: beside the media folder, not in it."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """A folder of its own; a file in it has no address."""

    def url(self, name: str | None) -> str:
        raise ValueError(f"{name} is private and has no address.")


def private_files() -> PrivateStorage:
    """Return the store of private files, as the settings of this process place it."""
    return PrivateStorage(location=settings.TOMONI_PRIVATE_ROOT)
