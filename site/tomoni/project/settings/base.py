"""Settings that every installation shares; what differs stands in demo, production and test."""

import os
from pathlib import Path

import dj_database_url
import django.conf.locale

from tomoni.accounts.defaults import *  # noqa: F403 -- the room's own settings
from tomoni.languages import LANGUAGES as _LANGUAGES
from tomoni.media.defaults import *  # noqa: F403 -- the room's own settings
from tomoni.plugins.loading import load_plugins
from tomoni.search.defaults import *  # noqa: F403 -- the room's own settings

PACKAGE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("TOMONI_DATA", "tomoni-data")).resolve()

BUNDLED_PLUGINS: tuple[str, ...] = ("feedback",)
PLUGINS = load_plugins(BUNDLED_PLUGINS)
PLUGINS_STRICT = False

# Plugins come before Wagtail: each must have spoken before a page asks for its blocks.
INSTALLED_APPS = [
    "tomoni.plugins.apps.PluginsKernelConfig",
    "tomoni.project.apps.ProjectConfig",
    "tomoni.design.apps.DesignConfig",
    "tomoni.accounts.apps.AccountsConfig",
    "tomoni.media.apps.MediaConfig",
    "tomoni.home.apps.HomeConfig",
    "tomoni.editing.apps.EditingConfig",
    "tomoni.guidelines.apps.GuidelinesConfig",
    "tomoni.search.apps.SearchConfig",
    *PLUGINS.apps,
    *PLUGINS.without_replaced(
        "wagtail.contrib.redirects",
        "wagtail.contrib.settings",
        "wagtail.contrib.simple_translation",
        "wagtail.embeds",
        "wagtail.sites",
        "tomoni.accounts.apps.UsersConfig",
        "wagtail.snippets",
        "wagtail.documents",
        "wagtail.images",
        "wagtail.search",
        "wagtail.locales",
        "wagtail.admin",
        "wagtail",
    ),
    "modelcluster",
    "taggit",
    "axes",
    # Wagtail says with it how long ago something was; its words come with the app.
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "tomoni.project.middleware.HostileRequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "tomoni.project.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tomoni.project.middleware.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "tomoni.plugins.middleware.DormantPageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tomoni.project.urls"
WSGI_APPLICATION = "tomoni.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "tomoni.project.admin_templates.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tomoni.home.context.frame",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA_DIR / 'tomoni.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers go on while an editor saves; IMMEDIATE avoids deadlocks on upgrade. The log
    # is put into the file every 16 MB and not every 4, for each time waits for the disk.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-20000;"
            "PRAGMA wal_autocheckpoint=4000;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES: dict[str, dict[str, object]] = {
    # Every worker process must see a purge, so the default lies on disk and not in memory.
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
        "TIMEOUT": 3600,
    },
    # Who has asked what today, under hashes: in memory, so that it is written nowhere.
    "visits": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "visits",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
if _redis := os.environ.get("REDIS_URL"):
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": _redis,
    }
    # All processes know one visitor where they can.
    CACHES["visits"] = CACHES["default"] | {"KEY_PREFIX": "visits"}

AUTH_USER_MODEL = "tomoni_accounts.User"

LANGUAGE_CODE = "ja"
LANGUAGES = [(language.code, language.own_name) for language in _LANGUAGES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ja", "日本語"), ("en", "English")]
for _language in _LANGUAGES:
    django.conf.locale.LANG_INFO[_language.code] = {
        "bidi": False,
        "code": _language.code,
        "name": _language.english_name,
        "name_local": _language.own_name,
    }
# In a checkout the catalogues lie beside site/; in a wheel inside the package.
# `wagtail` holds Japanese for what Wagtail leaves in English, see tomoni/project/wagtail_texts.py.
LOCALE_PATHS = [
    path
    for folder in (PACKAGE_DIR.parents[1] / "locale", PACKAGE_DIR / "locale")
    for path in (folder, folder / "wagtail")
    if path.is_dir()
]
FORMAT_MODULE_PATH = ["tomoni.formats"]
TIME_ZONE = "Asia/Tokyo"
# One only: nobody is asked to choose between six hundred English names.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# Files that no address leads to: views hand them out to those who may have them.
TOMONI_PRIVATE_ROOT = DATA_DIR / "private"
# Whether requests may start processes for long work; without, `tomoni run_due` does it.
TOMONI_BACKGROUND = True
# Whether the search index follows in the request that changed something; without, only
# `tomoni run_due` lets it follow.
TOMONI_SEARCH_AT_ONCE = os.environ.get("TOMONI_SEARCH_AT_ONCE", "1") == "1"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Beside the media folder: a web server may show that one, and some PDFs are for staff only.
    "pdfs": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "pdfs"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A visitor who asks for a PDF starts its making; False leaves it to `tomoni run_due` alone.
TOMONI_PDFS_ON_DEMAND = os.environ.get("TOMONI_PDFS_ON_DEMAND", "1") == "1"
WHITENOISE_MAX_AGE = 3600

WAGTAIL_SITE_NAME = "Tomoni"
WAGTAILADMIN_BASE_URL = os.environ.get("TOMONI_BASE_URL", "http://localhost:8000")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "tomoni.search.backend", "AUTO_UPDATE": True}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_AUTO_UPDATE_PREVIEW = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "tomoni.project.errors.csrf_failed"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS: list[str] = []
TOMONI_COMPONENT_PAGE = False
DEFAULT_FROM_EMAIL = os.environ.get("TOMONI_MAIL_FROM", "tomoni@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The search room says itself, and once, when its server goes and comes back.
    "loggers": {"elastic_transport": {"level": "ERROR"}},
}
