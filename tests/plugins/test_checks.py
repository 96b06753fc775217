"""System checks: problems as warnings, and paths that lead nowhere."""

from tomoni.plugins import HealthCheck, SlotFragment, problems
from tomoni.plugins.checks import check_plugins
from tomoni.plugins.problems import Code, PluginProblem


def told(*, plugin):
    return [(c.id, c.msg, c.hint) for c in check_plugins() if c.obj == plugin]


def test_problem_is_a_warning_with_a_hint(monkeypatch):
    problem = PluginProblem(Code.URLS, "late", "It broke.", "Mend it.")
    monkeypatch.setattr(problems, "_met_while_running", [problem])

    found = told(plugin="late")

    assert found == [("tomoni.W010", "It broke.", "Mend it.")]


def test_sound_extension_gives_no_warning(extensions):
    with extensions(HealthCheck("h", "h", ask="json.dumps"), owner="sound"):
        found = told(plugin="sound")

    assert found == []


def test_paths_that_lead_nowhere_are_warned_of(extensions):
    with extensions(
        HealthCheck("h", "h", ask="json.no_such_name"),
        SlotFragment("s", "no_such_template.html"),
        owner="typo",
    ):
        found = [message for _code, message, _hint in told(plugin="typo")]

    assert found == [
        "HealthCheck of typo points to json.no_such_name, which cannot be loaded.",
        "SlotFragment of typo points to no_such_template.html, which cannot be loaded.",
    ]
