"""Settings of `tomoni demo`: one machine, one process, nothing to configure, DEBUG off."""

import os
from contextlib import suppress

from django.core.management.utils import get_random_secret_key

from tomoni.project.settings.base import *  # noqa: F403
from tomoni.project.settings.base import DATA_DIR

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *os.environ.get("TOMONI_HOSTS", "").split(",")]
ALLOWED_HOSTS = [host for host in ALLOWED_HOSTS if host]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
TOMONI_COMPONENT_PAGE = True

_secret_file = DATA_DIR / "secret-key"
if _secret_file.exists():
    SECRET_KEY = _secret_file.read_text()
else:
    SECRET_KEY = get_random_secret_key()
    # A folder that cannot be written to is said in a sentence by the command itself.
    with suppress(OSError):
        _secret_file.touch(mode=0o600)
        _secret_file.write_text(SECRET_KEY)
