"""Preflight: the plugin that keeps the site from starting is found and named."""

BROKEN = {
    "syntax": {"models.py": "def broken(:"},
    "deep": {"models.py": "from . import inner", "inner.py": "from django.db import nothing"},
    "exit": {"models.py": "raise SystemExit(3)"},
}


def test_every_plugin_with_broken_models_is_named_and_the_rest_starts(bare_site, make_plugin):
    for name, files in BROKEN.items():
        make_plugin(bare_site.path, name, files=files)
    make_plugin(bare_site.path, "sound")
    names = ",".join(["sound", *BROKEN])

    judged = bare_site.run("preflight", TOMONI_PLUGINS=names)
    held = judged.stdout.strip()
    listed = bare_site.states("sound", *BROKEN, TOMONI_PLUGINS=names, TOMONI_PLUGINS_HELD=held)

    assert (judged.returncode, held.split(",")) == (0, list(BROKEN))
    assert judged.stderr.count("Traceback") == len(BROKEN)
    assert listed == [
        ["deep", "1.0", "held"],
        ["exit", "1.0", "held"],
        ["sound", "1.0", "enabled"],
        ["syntax", "1.0", "held"],
    ]


def test_what_is_held_already_stays_held(bare_site, make_plugin):
    make_plugin(bare_site.path, "kept")

    judged = bare_site.run("preflight", TOMONI_PLUGINS="kept", TOMONI_PLUGINS_HELD="kept")

    assert (judged.stdout, judged.returncode) == ("kept\n", 0)


def test_error_that_is_no_plugins_names_nobody(bare_site):
    judged = bare_site.run("preflight", DJANGO_SETTINGS_MODULE="no_such_settings")

    assert (judged.stdout, judged.returncode) == ("", 1)
    assert "no plugin is to blame" in judged.stderr
