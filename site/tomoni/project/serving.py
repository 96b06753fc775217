"""What a server serves, ready to answer."""

import gc

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils import translation


def application() -> WSGIHandler:
    """Return the site with all its code loaded, and out of the sight of Python's collector.

    What is loaded stays for good. To look through its half a million objects for what is left over
    would stop every thread for a tenth of a second, about once in a hundred searches.
    """
    made = get_wsgi_application()
    # Views are imported with the addresses, which otherwise the first visitor would wait for: in
    # the town's language, since Wagtail words the trail above snippets once for all.
    with translation.override(settings.LANGUAGE_CODE):
        _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    return made
