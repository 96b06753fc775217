"""Settings of a real installation; all that differs between towns comes from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from tomoni.project.settings.base import *  # noqa: F403

DEBUG = False

SECRET_KEY = os.environ.get("TOMONI_SECRET_KEY", "")
if len(SECRET_KEY) < 50:  # noqa: PLR2004 -- the length that Django's own check asks for
    msg = "Set TOMONI_SECRET_KEY to a random text of 50 characters or more."
    raise ImproperlyConfigured(msg)

ALLOWED_HOSTS = [
    host for part in os.environ.get("TOMONI_HOSTS", "").split(",") if (host := part.strip())
]
if not ALLOWED_HOSTS:
    msg = "Set TOMONI_HOSTS to the site's host names, for example: www.town.example.jp"
    raise ImproperlyConfigured(msg)
# A name that begins with a dot stands for itself and for all names below it.
CSRF_TRUSTED_ORIGINS = [
    f"https://{name}"
    for host in ALLOWED_HOSTS
    for name in ((host[1:], f"*{host}") if host.startswith(".") else (host,))
]

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = os.environ.get("TOMONI_HTTPS", "1") == "1"
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
# Subdomains belong to the town, which decides on preloading for all of them at once; editors see
# the preview of a page in a frame of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]

EMAIL_HOST = os.environ.get("TOMONI_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("TOMONI_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("TOMONI_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TOMONI_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("TOMONI_MAIL_TLS", "0") == "1"
