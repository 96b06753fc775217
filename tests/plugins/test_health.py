"""Health: every question is asked, and one that fails is an answer too."""

from tomoni.plugins import Health, HealthCheck
from tomoni.plugins.health import ask_all


def well():
    return Health(ok=True, detail="fine")


def ill():
    raise ConnectionError


def silly():
    return "yes"


def test_every_question_gets_an_answer(extensions):
    with extensions(
        *(HealthCheck(n, n, f"{__name__}.{n}") for n in ("well", "ill", "silly")), alone=True
    ):
        answers = ask_all()

    assert answers == (
        ("well", Health(ok=True, detail="fine")),
        ("ill", Health(ok=False, detail="ConnectionError")),
        ("silly", Health(ok=False, detail="no Health")),
    )
