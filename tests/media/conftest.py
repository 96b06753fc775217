"""Real pictures and documents, made on the spot."""

import io
import zipfile

import pytest
from django.contrib.auth.models import Group
from PIL import Image as Pillow
from PIL import ImageFile

from tomoni.accounts.models import User


@pytest.fixture(autouse=True)
def _own_media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _as_in_the_server(monkeypatch):
    """Undo what WeasyPrint does to Pillow: tests draw PDFs beside these, a server never does."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)


@pytest.fixture
def picture():
    """Return a function that makes the bytes of a picture."""

    def make(form="PNG", size=(64, 32), colour=(10, 120, 90)):
        buffer = io.BytesIO()
        Pillow.new("RGB", size, colour).save(buffer, form)
        return buffer.getvalue()

    return make


@pytest.fixture
def archive():
    """Return a function that makes a ZIP file of names and texts."""

    def make(**parts):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for name, text in parts.items():
                target.writestr(name, text)
        return buffer.getvalue()

    return make


@pytest.fixture
def editor(db, client):
    """Return an editor who is signed in on `client`."""
    user = User.objects.create_user("sato", "sato@town.example", "x")
    user.groups.add(Group.objects.get(name="編集者"))
    client.force_login(user)
    return user
