"""The component page at an address, and a browser to look at it."""

from types import SimpleNamespace

import pytest
from django.urls import path

from tomoni.design import views
from tomoni.project import urls

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture
def component_urls(settings):
    """Mount the component page as a developer's installation does."""
    settings.ROOT_URLCONF = SimpleNamespaceUrls(
        urlpatterns=[path("__components__/", views.components), *urls.urlpatterns],
        handler404=urls.handler404,
        handler500=urls.handler500,
    )
    return "/__components__/"


class SimpleNamespaceUrls(SimpleNamespace):
    """A URLconf that Django can keep in its caches, which ask for a hash."""

    __hash__ = object.__hash__


@pytest.fixture
def open_page(transactional_db, live_server, component_urls):
    """Open a specimen page in Chromium: `open_page("reading", width=360, scheme="dark")`."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- optional

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

        def open_specimen(name="page", *, width=1280, height=900, scheme="light", script=True):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
                java_script_enabled=script,
            )
            tab = context.new_page()
            answer = tab.goto(f"{live_server.url}{component_urls}?page={name}")
            assert answer.status == 200
            return tab

        yield open_specimen
        browser.close()
