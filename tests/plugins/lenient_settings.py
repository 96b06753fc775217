"""The test settings with the forgiveness of production; used by sites in child processes."""

from tomoni.project.settings.test import *  # noqa: F403

PLUGINS_STRICT = False
# The stories compare sentences as they stand in the code, whatever the catalogues hold.
LANGUAGE_CODE = "en"
