"""Every address of the admin is walked by the search for English, or is no screen."""

import re
from collections.abc import Iterator

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from tests.journeys.scenes import SCENES
from tests.journeys.screens import screens

# Names of addresses that show nothing new, each group with its reason.
NO_SCREENS = re.compile(
    "|".join(
        (
            # They take something and lead on, or answer to scripts alone.
            r".*(results|chosen|chosen-multiple|chosen_multiple|_preview|preview_on_\w+|ping|release)",
            r".*(autocomplete|sprite|dismissibles|javascript_catalog|logout|block_preview|api.*)",
            r".*:(enable|enable_task|task_chosen|remove|lock|unlock|set_page_position)",
            r".*:(\w*_multiple|create_multiple_\w+|delete_upload_multiple|chooser_upload|create)",
            r".*(images:preview|view_draft|revisions_view|redirects:process_import)",
            # Answer nobody here: the address of a rendition, and a page to test errors with.
            r"wagtailimages:url_generator\w*|wagtailadmin_error_test",
            r"tomoni_(revoke_preview_link|sections|import_(change|original|progress|retry))",
            r"tomoni_unfound:(aside|back)",
            # They lead to another screen that is walked.
            r"wagtailadmin_(login|account|password_reset\w*|pages:revisions_index|pages:workflow_action)",
            r"wagtailsnippets:index|tomoni_import",
            # Made by the same views and templates as the section's.
            r"wagtailsnippet(s|choosers)_(?!tomoni_home_section)\w+:.*|.*:(copy|history|usage|index)",
        )
    )
)


def test_every_screen_of_the_admin_is_walked() -> None:
    addresses = set(names(get_resolver()))

    walked = set(walked_names())

    assert len(walked) > 120
    assert sorted(one for one in addresses - walked if not NO_SCREENS.fullmatch(one)) == []


def names(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[str]:
    """Yield the names of all addresses below /admin/, with their name spaces."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from names(one, route, inner)
        elif isinstance(one, URLPattern) and route.startswith("admin/") and one.name:
            yield space + one.name


def walked_names() -> Iterator[str]:
    for screen in (*screens(), *SCENES):
        path = re.sub(r"\{\w+\}", "1", screen.path.partition("?")[0])
        try:
            yield resolve(path).view_name
        except Resolver404:
            continue
