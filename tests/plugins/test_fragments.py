"""Slots and panels: escaped, in order, and harmless when they fail."""

import logging

import pytest
from django.template import TemplateDoesNotExist

from tomoni.plugins import DashboardPanel, SlotFragment
from tomoni.plugins.panels import PluginPanel


@pytest.fixture(autouse=True)
def templates(settings, tmp_path):
    (tmp_path / "word.html").write_text("<p>{{ word }}{{ secret }}{{ page }}</p>")
    (tmp_path / "plain.html").write_text("<p>plain</p>")
    (tmp_path / "panel.html").write_text("<h2>{{ label }}</h2>")
    engine = {**settings.TEMPLATES[0], "DIRS": [tmp_path]}
    settings.TEMPLATES = [engine]


def sharp(around):
    return {"word": f"<{around['slot_name']}>"}


def nothing(_around):
    return None


def broken(_around):
    return {"word": 1 / 0}


def test_empty_slot_is_empty(render_slot):
    assert render_slot("test.slot") == ""


def test_fragments_come_in_order_and_escaped(extensions, render_slot):
    with extensions(
        SlotFragment("test.slot", "plain.html", order=2),
        SlotFragment("test.slot", "word.html", context=f"{__name__}.sharp", order=1),
        SlotFragment("test.other", "plain.html"),
    ):
        shown = render_slot("test.slot", secret="not shared", page="page")

    assert shown == "<p>&lt;test.slot&gt;page</p>\n<p>plain</p>"


def test_fragment_without_values_shows_nothing(extensions, render_slot):
    with extensions(SlotFragment("test.slot", "plain.html", context=f"{__name__}.nothing")):
        shown = render_slot("test.slot")

    assert shown == ""


@pytest.mark.parametrize(
    "fragment",
    [
        SlotFragment("test.slot", "no_such_template.html"),
        SlotFragment("test.slot", "plain.html", context=f"{__name__}.broken"),
        SlotFragment("test.slot", "plain.html", context="no.such.module"),
    ],
    ids=["template", "context", "path"],
)
def test_failing_fragment_vanishes_and_is_logged(
    extensions, render_slot, settings, caplog, fragment
):
    settings.PLUGINS_STRICT = False

    with (
        caplog.at_level(logging.ERROR, "tomoni.plugins"),
        extensions(fragment, SlotFragment("test.slot", "plain.html"), owner="culprit"),
    ):
        shown = render_slot("test.slot")

    assert shown == "<p>plain</p>"
    assert [record.getMessage() for record in caplog.records] == [
        "The plugin culprit failed in test.slot"
    ]


def test_failing_fragment_raises_when_strict(extensions, render_slot):
    with (
        extensions(SlotFragment("test.slot", "no_such_template.html")),
        pytest.raises(TemplateDoesNotExist),
    ):
        render_slot("test.slot")


def test_failing_panel_vanishes(rf, settings, caplog):
    settings.PLUGINS_STRICT = False
    panel = DashboardPanel("broken", "Broken", "panel.html", context=f"{__name__}.broken")

    shown = PluginPanel("culprit", panel).render_html({"request": rf.get("/")})

    assert shown == ""
    assert [record.getMessage() for record in caplog.records] == [
        "The plugin culprit failed in wagtailadmin_home"
    ]
