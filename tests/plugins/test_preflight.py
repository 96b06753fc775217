"""Preflight: the plugin that keeps the site from starting is found and named."""

import pytest

BROKEN = {
    "syntax": {"models.py": "def broken(:"},
    "deep": {"models.py": "from . import inner", "inner.py": "from django.db import nothing"},
    "exit": {"models.py": "raise SystemExit(3)"},
}


@pytest.mark.parametrize("files", BROKEN.values(), ids=BROKEN)
def test_plugin_with_broken_models_is_named(bare_site, make_plugin, files):
    make_plugin(bare_site.path, "broken", files=files)

    judged = bare_site.run("preflight", TOMONI_PLUGINS="broken")

    assert (judged.stdout, judged.returncode) == ("broken\n", 0)
    assert "Traceback" in judged.stderr


def test_every_broken_plugin_is_named_and_the_rest_starts(bare_site, make_plugin):
    make_plugin(bare_site.path, "one", files={"models.py": "1 / 0"})
    make_plugin(bare_site.path, "two", files={"models.py": "1 / 0"})
    make_plugin(bare_site.path, "sound")
    names = "one,sound,two"

    judged = bare_site.run("preflight", TOMONI_PLUGINS=names)
    listed = bare_site.states(
        "one", "sound", "two", TOMONI_PLUGINS=names, TOMONI_PLUGINS_HELD=judged.stdout.strip()
    )

    assert judged.stdout == "one,two\n"
    assert listed == [["one", "1.0", "held"], ["sound", "1.0", "enabled"], ["two", "1.0", "held"]]


def test_what_is_held_already_stays_held(bare_site, make_plugin):
    make_plugin(bare_site.path, "kept")

    judged = bare_site.run("preflight", TOMONI_PLUGINS="kept", TOMONI_PLUGINS_HELD="kept")

    assert (judged.stdout, judged.returncode) == ("kept\n", 0)


def test_error_that_is_no_plugins_names_nobody(bare_site):
    judged = bare_site.run("preflight", DJANGO_SETTINGS_MODULE="no_such_settings")

    assert (judged.stdout, judged.returncode) == ("", 1)
    assert "no plugin is to blame" in judged.stderr
