"""The WSGI door, for any server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.production")
application = get_wsgi_application()
