"""The WSGI door, for any server."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.production")

from tomoni.project.serving import application as made

application = made()
