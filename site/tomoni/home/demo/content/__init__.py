"""What the demo town says, in each language that it says it in; builders begin here."""

from tomoni.home.demo.content.reading import (
    LOCALES,
    accessibility_policy,
    accessibility_result,
    front_page,
    page,
    page_keys,
    page_locales,
    pictures,
    sections,
    town,
    wording,
)

__all__ = [
    "LOCALES",
    "accessibility_policy",
    "accessibility_result",
    "front_page",
    "page",
    "page_keys",
    "page_locales",
    "pictures",
    "sections",
    "town",
    "wording",
]
