"""`tomoni forget_names`: delete the names of rosters whose agreed day is past, now."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from tomoni.guidelines.services.names import forget_names


class Command(BaseCommand):
    help = "Delete the names of rosters whose agreed day is past, in every version there is."

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        del args, options
        count = forget_names()
        self.stdout.write(_("Names were deleted in %(number)d places.") % {"number": count})
