"""What stands in the histories of Wagtail, said as events.

Wagtail says a state, a date and an event with one word each, such as "Locked" and "Created". One
word of Japanese cannot serve for all of them.
"""

# mypy: disable-error-code="untyped-decorator"

from typing import Any

from django.utils.translation import pgettext_lazy
from wagtail import hooks

EVENTS = {
    "wagtail.create": pgettext_lazy("in a history", "Created"),
    "wagtail.edit": pgettext_lazy("in a history", "Edited"),
    "wagtail.delete": pgettext_lazy("in a history", "Deleted"),
    "wagtail.publish": pgettext_lazy("in a history", "Published"),
    "wagtail.lock": pgettext_lazy("in a history", "Locked"),
    "wagtail.unlock": pgettext_lazy("in a history", "Unlocked"),
}
# After Wagtail's own.
LATER = 100


@hooks.register("register_log_actions", order=LATER)
def say_events(actions: Any) -> None:  # Any: Wagtail's registry
    for action, words in EVENTS.items():
        actions.formatters[action].message = words
