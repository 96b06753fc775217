"""Loading: entry points found without import, everything unfit left out with a sentence."""

import sys

import pytest

from tomoni import __version__
from tomoni.plugins.loading import LoadedPlugins, load_plugins

CONFIG = """
from tomoni.plugins import PluginConfig

class TheConfig(PluginConfig):
    name = "{package}"
"""


def told(loaded):
    return [(p.code.value, p.plugin, str(p.sentence), str(p.hint)) for p in loaded.problems]


def test_nothing_is_enabled_by_an_empty_variable(plugin_path, make_plugin, monkeypatch):
    make_plugin(plugin_path, "alpha")
    monkeypatch.setenv("TOMONI_PLUGINS", "")

    loaded = load_plugins(["alpha"])

    assert loaded == LoadedPlugins()


def test_enabled_plugin_is_loaded_with_its_apps(plugin_path, make_plugin):
    extra = '    django_apps = ("json.tool",)\n    replaces_apps = ("wagtail.locales",)\n'
    make_plugin(plugin_path, "beta", version="2.3", apps=CONFIG + extra)

    loaded = load_plugins(["beta"])

    assert [(p.name, p.version) for p in loaded.plugins] == [("beta", "2.3")]
    assert loaded.apps == ["made_beta.apps.TheConfig", "json.tool"]
    assert loaded.without_replaced("wagtail.locales", "wagtail") == ["wagtail"]
    assert loaded.problems == ()


def test_available_plugin_is_not_imported(plugin_path, make_plugin):
    make_plugin(plugin_path, "asleep", apps="raise RuntimeError")

    loaded = load_plugins([])

    assert loaded == LoadedPlugins()
    assert "made_asleep" not in sys.modules


def test_missing_plugin_is_named(plugin_path):
    loaded = load_plugins(["nowhere"])

    assert told(loaded) == [
        (
            "tomoni.W001",
            "nowhere",
            "The plugin nowhere is enabled, but not installed.",
            "Install its package, or take nowhere out of TOMONI_PLUGINS.",
        )
    ]


@pytest.mark.parametrize("wanted", [">=99", "rubbish"])
def test_plugin_for_another_core_is_left_out(plugin_path, make_plugin, wanted):
    package = f"made_core_{wanted.strip('>=')}"
    apps = CONFIG + f'    requires_tomoni = "{wanted}"\n'
    make_plugin(plugin_path, "gamma", package=package, apps=apps)

    loaded = load_plugins(["gamma"])

    assert told(loaded) == [
        (
            "tomoni.W002",
            "gamma",
            f"The plugin gamma needs tomoni {wanted}; this is {__version__}.",
            "Install a version of gamma that fits this one.",
        )
    ]
    assert loaded.apps == []


@pytest.mark.parametrize("wanted", ["no-such-thing>=1", "Django>=99", "?!"])
def test_plugin_without_its_package_says_what_to_run(plugin_path, make_plugin, wanted):
    package = f"made_package_{len(wanted)}"
    apps = CONFIG + f'    requires_packages = ("{wanted}",)\n'
    make_plugin(plugin_path, "delta", package=package, apps=apps)

    loaded = load_plugins(["delta"])

    assert told(loaded) == [
        (
            "tomoni.W003",
            "delta",
            f"The plugin delta needs the Python package {wanted}.",
            f'Run: python -m pip install "{wanted}"',
        )
    ]


def test_plugin_whose_django_app_is_absent_is_left_out(plugin_path, make_plugin):
    make_plugin(plugin_path, "epsilon", apps=CONFIG + '    django_apps = ("nowhere.app",)\n')

    loaded = load_plugins(["epsilon"])

    assert [line[:2] for line in told(loaded)] == [("tomoni.W003", "epsilon")]


def test_needed_plugin_comes_first(plugin_path, make_plugin):
    make_plugin(plugin_path, "leaf", apps=CONFIG + '    requires_plugins = ("stem",)\n')
    make_plugin(plugin_path, "stem", apps=CONFIG)

    loaded = load_plugins(["leaf", "stem"])

    assert [plugin.name for plugin in loaded.plugins] == ["stem", "leaf"]


def test_plugins_that_need_a_missing_one_are_left_out_together(plugin_path, make_plugin):
    make_plugin(
        plugin_path, "top", package="made_top", apps=CONFIG + '    requires_plugins = ("mid",)\n'
    )
    make_plugin(
        plugin_path, "mid", package="made_mid", apps=CONFIG + '    requires_plugins = ("gone",)\n'
    )

    loaded = load_plugins(["top", "mid"])

    assert told(loaded) == [
        (
            "tomoni.W004",
            "top",
            "The plugin top needs the plugin mid, which is not running.",
            "Enable mid too, or take top out of TOMONI_PLUGINS.",
        ),
        (
            "tomoni.W004",
            "mid",
            "The plugin mid needs the plugin gone, which is not running.",
            "Enable gone too, or take mid out of TOMONI_PLUGINS.",
        ),
    ]


@pytest.mark.parametrize(
    ("apps", "error"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError: No module named"),
        ("def broken(:", "SyntaxError: "),
        ("1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_plugin_that_cannot_be_imported_is_left_out(plugin_path, make_plugin, apps, error):
    make_plugin(plugin_path, "zeta", package=f"made_zeta_{len(apps)}", apps=apps)

    loaded = load_plugins(["zeta"])

    [(code, plugin, sentence, hint)] = told(loaded)
    assert (code, plugin) == ("tomoni.W005", "zeta")
    assert sentence.startswith(f"The plugin zeta cannot be imported: {error}")
    assert hint == "Ask its maker, or take zeta out of TOMONI_PLUGINS."


def test_two_packages_with_one_name_are_both_left_out(plugin_path, make_plugin):
    make_plugin(plugin_path, "eta", package="made_eta_one", dist="one")
    make_plugin(plugin_path, "eta", package="made_eta_two", dist="two")

    loaded = load_plugins(["eta"])

    assert told(loaded) == [
        (
            "tomoni.W006",
            "eta",
            "Several packages offer a plugin called eta: one, two. None was loaded.",
            "Uninstall all but one of them.",
        )
    ]


def test_entry_point_that_is_no_config_is_left_out(plugin_path, register_plugin):
    register_plugin(plugin_path, "theta", "json:dumps", dist="theta")

    loaded = load_plugins(["theta"])

    assert [line[:3] for line in told(loaded)] == [
        (
            "tomoni.W007",
            "theta",
            "The entry point of the plugin theta is no PluginConfig: json:dumps",
        )
    ]


def test_held_plugin_is_left_out(plugin_path, make_plugin, monkeypatch):
    make_plugin(plugin_path, "iota", apps="raise RuntimeError")
    monkeypatch.setenv("TOMONI_PLUGINS", "iota")
    monkeypatch.setenv("TOMONI_PLUGINS_HELD", "iota")

    loaded = load_plugins([])

    assert (loaded.plugins, loaded.held) == ((), ("iota",))
    assert [line[:2] for line in told(loaded)] == [("tomoni.W008", "iota")]


def test_second_plugin_with_the_same_label_is_left_out(plugin_path, make_plugin):
    label = '    label = "made_same"\n'
    make_plugin(plugin_path, "kappa", apps=CONFIG + label)
    make_plugin(plugin_path, "lambda", apps=CONFIG + label)

    loaded = load_plugins(["kappa", "lambda"])

    assert [plugin.name for plugin in loaded.plugins] == ["kappa"]
    assert [line[:3] for line in told(loaded)] == [
        (
            "tomoni.W012",
            "lambda",
            "The plugins lambda and kappa both use the app label made_same.",
        )
    ]
