"""Settings of the test suite: strict where production forgives."""

import os
import tempfile
from pathlib import Path

from tomoni.project.settings.base import *  # noqa: F403
from tomoni.project.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "not-secret: only the tests use it"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PLUGINS_STRICT = True
DATA_DIR = Path(os.environ.get("TOMONI_TEST_DATA") or tempfile.mkdtemp(prefix="tomoni-test-"))
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = str(DATA_DIR / "unused.sqlite3")
MEDIA_ROOT = DATA_DIR / "media"
TOMONI_PRIVATE_ROOT = DATA_DIR / "private"
TOMONI_BACKGROUND = False
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "pdfs": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "pdfs"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "visits")
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
TOMONI_COMPONENT_PAGE = True
# Whatever the environment says: tests that want another store start its server themselves.
TOMONI_SEARCH = {"STORE": "database"}
# A child process does not see the database of a test.
TOMONI_PDFS_ON_DEMAND = False
