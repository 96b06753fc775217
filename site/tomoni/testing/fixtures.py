"""Offered to every test run through pytest11: fixtures for the tests of rooms and plugins.

Loaded before any settings, so nothing here imports Django's models at the top.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

import tomoni
from tomoni.i18n import compile_catalogues


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("tomoni_plugins", "the plugins to enable, as in TOMONI_PLUGINS", default="")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Enable the plugins that the project's own configuration names, before settings are read.

    A new checkout has no compiled catalogues yet; without them its pages would speak English.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        checkout = Path(tomoni.__file__).parents[2]
        compile_catalogues([checkout / "locale", *checkout.glob("plugins/*/locale")])
    names = early_config.getini("tomoni_plugins")
    if names:
        os.environ["TOMONI_PLUGINS"] = names
    return (yield)


@pytest.fixture
def extensions() -> Callable[..., AbstractContextManager[None]]:
    """Add extensions for the length of a `with` block."""
    from tomoni.plugins import registry  # noqa: PLC0415 -- app ready

    return registry.temporarily


@pytest.fixture
def render_slot(rf: object) -> Callable[..., str]:
    """Render a slot by its name, as on a public page."""

    def render(name: str, **values: object) -> str:
        from django.template import engines  # noqa: PLC0415 -- app ready

        request = rf.get("/")  # type: ignore[attr-defined]
        source = "{% load slots %}{% slot slot_name %}"
        template = engines["django"].from_string(source)
        return template.render({"slot_name": name, "request": request, **values})

    return render
