"""Whole sites with another set of plugins, each in a process and a database of its own."""

import ast
from pathlib import Path

import pytest

import tomoni.plugins

APPS = """
from tomoni.plugins import NavItem, PluginConfig, UrlMount

class TheConfig(PluginConfig):
    name = "{package}"
    label = "{package}"

    def extensions(self):
"""
OFF = {"TOMONI_PLUGINS": ""}
STORED_BLOCK = {
    "type": "dummy",
    "value": {"word": "kept", "strength": 3},
    "id": "00000000-0000-0000-0000-000000000007",
}
ASLEEP = (
    "“Dummy page” belongs to a plugin that is switched off (dummy_plugin). It is kept as it is and "
    "hidden from visitors; it can be edited, moved or deleted when the plugin is switched on "
    "again, or removed for good by your operator."
)
STILL_REFERRED = (
    "This cannot be deleted: content of a switched-off plugin still refers to it (dummy_plugin). "
    "Switch the plugin on, delete that content first, or ask your operator to retire the plugin."
)
REASONS = """
The plugin broken cannot be imported: ZeroDivisionError: division by zero \
Ask its maker, or take broken out of TOMONI_PLUGINS.
The plugin held is held back by TOMONI_PLUGINS_HELD. \
Run tomoni preflight to see why; mend it, then clear that variable.
The plugin missing is enabled, but not installed. \
Install its package, or take missing out of TOMONI_PLUGINS.
""".strip().splitlines()
# What is no extension itself, but a part of one, an answer or a base class.
USED_OTHERWISE = {
    "Facet",
    "ForeignText",
    "Health",
    "Passage",
    "PluginConfig",
    "RoomConfig",
    "SearchText",
    "registry",
}


def test_dummy_plugin_uses_every_kind_and_each_shows(dummy_site):
    told = dummy_site.tell("everything")

    assert told == {
        "kinds": sorted(set(tomoni.plugins.__all__) - USED_OTHERWISE),
        "fragment": ['<p class="dummy-fragment">&lt;dummy&gt; at /ja/</p>'],
        "address": ["/ja/dummy/", "dummy index"],
        "panel": ['<section class="dummy-panel"><h2>Dummy</h2><p>editor@example.jp</p></section>'],
        "health": ["well"],
        "due": ["dummy.sweep"],
        "run": [["dummy.sweep", ""]],
        "due again": [],
        "brought": True,
        "replaced": True,
    }


def test_dummy_plugin_names_every_public_thing():
    sources = [p.read_text() for p in (Path(__file__).parent / "dummy_plugin").glob("*.py")]
    imported = {
        alias.name
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "tomoni.plugins"
        for alias in node.names
    }

    # A plugin's config is a room's config with more; the registry is for those who ask.
    assert set(tomoni.plugins.__all__) - imported == {"RoomConfig", "registry"}


@pytest.mark.parametrize("plugins", ["dummy", ""], ids=["on", "off"])
def test_migrations_are_the_same_with_the_plugin_on_and_off(dummy_site, plugins):
    done = dummy_site.run("makemigrations", "--check", "--dry-run", TOMONI_PLUGINS=plugins)

    assert done.returncode == 0, done.stdout


def test_block_of_a_switched_off_plugin_survives_editing_and_publishing(dummy_site):
    edited = dummy_site.tell("edit_and_publish_home", **OFF)
    after = dummy_site.tell("look_at_home")

    assert (edited["form"], edited["publish"], edited["title"]) == (200, 302, "Edited")
    assert [edited["stored"][1], edited["revision"][1]] == [STORED_BLOCK, STORED_BLOCK]
    assert (edited["public"], edited["shown"]) == (200, False)
    assert (after["public"], after["shown"], after["stored"]) == (200, True, edited["stored"])


def test_page_of_a_switched_off_plugin_is_guarded(dummy_site):
    told = dummy_site.tell("visit_dormant_page", **OFF)

    back = [[[f"/admin/pages/{told['parent']}/", 302]], 200, [ASLEEP]]
    assert told == {
        "parent": told["parent"],
        "public": 404,
        "list": 200,
        "views": dict.fromkeys(told["views"], back),
        "deleted": [ASLEEP],
        "bulk": [200, [ASLEEP]],
        "above": [ASLEEP],
        "still there": 2,
    }


def test_page_that_a_dormant_row_refers_to_is_not_deleted_but_explained(dummy_site):
    told = dummy_site.tell("delete_page_with_dormant_key", **OFF)

    assert told == {
        "status": 200,
        "messages": [STILL_REFERRED],
        "still there": True,
    }


def test_page_that_a_running_plugin_refers_to_can_be_deleted(dummy_site):
    told = dummy_site.tell("delete_page_with_dormant_key")

    assert (told["status"], told["still there"]) == (200, False)


def test_retiring_only_shows_until_it_is_confirmed(dummy_site):
    done = dummy_site.run("plugins", "--retire", "dummy")
    after = dummy_site.tell("traces", "dummy_plugin")

    assert done.returncode == 0, done.stderr
    assert (after["tables"], after["dummy page"]) == (
        ["dummy_plugin_dummylink", "dummy_plugin_dummypage"],
        True,
    )
    assert done.stdout == (
        "dummy owns:\n"
        "  Dummy page (/home-ja/dummy-page/)\n"
        "  dummy links: 1\n"
        "Nothing was changed. Add --yes to remove all this for good.\n"
    )


def test_retiring_removes_pages_tables_and_traces(dummy_site):
    done = dummy_site.run("plugins", "--retire", "dummy", "--yes")
    after = dummy_site.tell("traces", "dummy_plugin", **OFF)

    assert done.returncode == 0, done.stderr
    home = after.pop("home")
    assert (home["public"], home["stored"][1]) == (200, STORED_BLOCK)
    assert after == {"tables": [], "types": 0, "permissions": 0, "dummy page": False, "plain": True}


def test_retiring_a_plugin_that_does_not_run_says_what_to_do(dummy_site):
    done = dummy_site.run("plugins", "--retire", "dummy", "--yes", **OFF)

    assert done.returncode == 1
    assert "dummy is not running. Switch it on first" in done.stderr


def test_list_shows_each_state(dummy_site, make_plugin):
    make_plugin(dummy_site.path, "available", version="2.0")
    make_plugin(dummy_site.path, "held", version="3.0")
    make_plugin(dummy_site.path, "broken", version="4.0", apps="1 / 0")

    done = dummy_site.run(
        "plugins", TOMONI_PLUGINS="dummy,held,broken,missing", TOMONI_PLUGINS_HELD="held"
    )

    rows = [line.split() for line in done.stdout.splitlines() if not line.startswith(" ")]
    states = [row for row in rows if row[0] in {"available", "broken", "dummy", "held", "missing"}]
    reasons = [line.strip() for line in done.stdout.splitlines() if line.startswith("    ")]
    assert states == [
        ["available", "2.0", "available"],
        ["broken", "4.0", "problem"],
        ["dummy", "1.0", "enabled"],
        ["held", "3.0", "held"],
        ["missing", "problem"],
    ]
    assert reasons == REASONS


def test_site_starts_with_every_kind_of_unfit_plugin(dummy_site, make_plugin):
    make_plugin(dummy_site.path, "raising", apps=APPS + "        return [1 / 0]\n")
    make_plugin(
        dummy_site.path, "mixed", apps=APPS + '        return [NavItem("footer", "x", "y"), 7]\n'
    )
    make_plugin(
        dummy_site.path,
        "urls",
        apps=APPS + '        return [UrlMount("urls", "made_urls.nowhere")]\n',
    )
    make_plugin(dummy_site.path, "broken", apps="1 / 0")
    names = "raising,mixed,urls,broken,missing"

    checked = dummy_site.run("check", TOMONI_PLUGINS=names)
    [[status, _text]] = dummy_site.tell("fetch", "/ja/", TOMONI_PLUGINS=names)

    assert (checked.returncode, status) == (0, 200)
    told = [line.split(")")[0] for line in checked.stderr.splitlines() if "(tomoni.W" in line]
    assert sorted(told) == [
        "broken: (tomoni.W005",
        "missing: (tomoni.W001",
        "mixed: (tomoni.W009",
        "raising: (tomoni.W009",
        "urls: (tomoni.W010",
    ]


def test_raising_extensions_stop_a_strict_site(bare_site, make_plugin):
    make_plugin(bare_site.path, "raising", apps=APPS + "        return [1 / 0]\n")

    started = bare_site.run(
        "check",
        TOMONI_PLUGINS="raising",
        DJANGO_SETTINGS_MODULE="tomoni.project.settings.test",
    )

    assert started.returncode == 1
    assert started.stderr.strip().endswith("ZeroDivisionError: division by zero")
