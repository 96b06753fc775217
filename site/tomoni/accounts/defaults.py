"""Settings that belong to signing in; `project/settings/base.py` takes them over."""

import os as _os
from datetime import timedelta as _timedelta

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "tomoni.accounts.backends.NameOrMailBackend",
]

_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email", "display_name")},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 3

# Five failures for one account from one address lock that pair, so nobody can lock out a
# colleague from elsewhere. Trying on while locked does not make it longer.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = _timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "tomoni.accounts.lockout.account_key"
AXES_CLIENT_IP_CALLABLE = "tomoni.accounts.lockout.client_address"
AXES_LOCKOUT_CALLABLE = "tomoni.accounts.lockout.answer_locked"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Who signed in when and from where is kept no longer than the lock needs it.
AXES_DISABLE_ACCESS_LOG = True

# How many proxies of our own add to X-Forwarded-For; 0 believes the connection alone.
TOMONI_PROXIES: int = int(_os.environ.get("TOMONI_PROXIES", "0"))
TOMONI_RESETS_PER_HOUR: int = 5

LOGIN_URL = "plugins:tomoni_accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
# Closed public pages ask for a sign-in at the same door; Wagtail's own has no limits.
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
# The reset has an own, limited door; Wagtail's would be an unlimited second one.
WAGTAIL_PASSWORD_RESET_ENABLED = False

SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
