"""Two questions of operators' monitors, and what robots may read."""

import pytest

from tomoni.plugins import Health, HealthCheck

NO_SERVER = "postgres://nobody:nothing@127.0.0.1:1/none"


def test_process_is_well_without_asking_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


def test_site_is_ready_when_all_is_well(site, client):
    response = client.get("/readyz")

    assert (response.status_code, response.json()["status"]) == (200, "ready")
    assert {"database", "migrations", "plugins", "search"} <= set(response.json()["checks"])


def ill():
    return Health(ok=False, detail="The well is dry.")


def raising():
    raise RuntimeError("a secret detail")


@pytest.mark.parametrize(
    ("ask", "detail"), [("ill", "The well is dry."), ("raising", "RuntimeError")]
)
def test_site_is_not_ready_when_a_room_is_ill(site, client, extensions, ask, detail):
    with extensions(HealthCheck("well", "well", f"{__name__}.{ask}")):
        response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["well"] == {"ok": False, "detail": detail}


def test_site_is_not_ready_before_its_migrations(ask_elsewhere, tmp_path):
    ((alive, _), (status, body)) = ask_elsewhere(
        ["/healthz", "/readyz"],
        DATABASE_URL="sqlite://",
        TOMONI_TEST_DATA=str(tmp_path),
    )

    assert (alive, status) == (200, 503)
    assert " to apply" in body


def test_site_is_not_ready_without_its_database(ask_elsewhere):
    ((alive, _), (status, body)) = ask_elsewhere(["/healthz", "/readyz"], DATABASE_URL=NO_SERVER)

    assert (alive, status) == (200, 503)
    assert '"database": {"ok": false, "detail": "OperationalError"}' in body


def test_readiness_tells_no_secrets(ask_elsewhere):
    ((_, body),) = ask_elsewhere(["/readyz"], DATABASE_URL=NO_SERVER)

    assert "nobody" not in body
    assert "127.0.0.1" not in body


def test_robots_may_read_pages_but_no_results(client, db):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/search/",
    ]
