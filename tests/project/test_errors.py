"""Plain pages for what went wrong; they come whatever else fails."""

import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client, override_settings
from django.urls import path
from django.utils import translation
from wagtail.models import Site

from tomoni.home import context
from tomoni.project import errors
from tomoni.testing import factories

NO_SERVER = "postgres://nobody:nothing@127.0.0.1:1/none"
TITLES = {
    400: "This request could not be read",
    403: "This page is not open to you",
    404: "This page was not found",
    500: "Something went wrong on our side",
}


def fail(request, code, kind):
    del request, code
    raise {400: SuspiciousOperation, 403: PermissionDenied, 404: Http404, 500: ValueError}[kind]


urlpatterns = [path("<str:code>/fail/<int:kind>/", fail)]
handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error


@pytest.fixture
def failing(site):
    """A site whose `/<code>/fail/<status>/` fails, for a visitor who never sees tracebacks."""
    del site
    with override_settings(ROOT_URLCONF=__name__):
        # What the pages' own templates reverse must exist, so the real addresses come along.
        from tomoni.project import urls  # noqa: PLC0415 -- app ready

        urlpatterns[1:] = urls.urlpatterns
        yield Client(raise_request_exception=False)


def title_in(code, status):
    with translation.override(code):
        return translation.gettext(TITLES[status])


def assert_plain(response, status, code):
    page = response.content.decode()
    assert response.status_code == status
    assert title_in(code, status) in re.sub(r"<wbr>", "", page)
    assert "Traceback" not in page
    assert response["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("status", sorted(TITLES))
@pytest.mark.parametrize(("code", "lang"), [("ja", "ja"), ("pt-br", "pt-BR"), ("en", "en")])
def test_error_speaks_the_language_of_the_address(failing, status, code, lang):
    response = failing.get(f"/{code}/fail/{status}/")

    assert_plain(response, status, code)
    assert f'<html lang="{lang}">' in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404])
def test_error_stands_in_the_site_frame(failing, status):
    assert "ともに市" in failing.get(f"/ja/fail/{status}/").content.decode()


@pytest.mark.parametrize("status", sorted(TITLES))
def test_error_is_shown_when_the_frame_cannot_be_built(failing, monkeypatch, status):
    def broken(_request):
        raise RuntimeError("no frame")

    monkeypatch.setattr(context, "frame_of", broken)

    assert_plain(failing.get(f"/en/fail/{status}/"), status, "en")


@pytest.mark.parametrize("status", sorted(TITLES))
def test_error_is_said_in_plain_words_when_no_template_works(failing, monkeypatch, status):
    def broken(*_args, **_fields):
        raise RuntimeError("no template")

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = failing.get(f"/ja/fail/{status}/")

    assert (response.status_code, response.content.decode()) == (status, errors.LAST_RESORT)


def test_error_does_not_speak_the_language_of_the_visitor_before(failing):
    failing.get("/pt-br/fail/404/")

    response = failing.get("/fail/", headers={"host": "bad host"})

    assert response.status_code == 400
    assert '<html lang="ja">' in response.content.decode()


def test_form_from_elsewhere_gets_a_plain_page(site):
    del site
    client = Client(enforce_csrf_checks=True)

    response = client.post("/admin/login/", {"username": "a", "password": "b"})

    assert_plain(response, 403, "ja")


def test_errors_are_shown_when_the_database_is_gone(ask_elsewhere):
    answers = ask_elsewhere(
        ["/pt-br/", "/en/search/?q=x", "/nowhere.txt", "/ja/%00", "/healthz"],
        DATABASE_URL=NO_SERVER,
    )

    assert [status for status, _body in answers] == [500, 500, 500, 400, 200]
    for (status, body), code in zip(answers[:4], ("pt-br", "en", "ja", "ja"), strict=True):
        assert title_in(code, status) in re.sub(r"<wbr>", "", body)


def test_page_for_a_failure_of_ours_asks_the_database_nothing(failing, django_assert_num_queries):
    with django_assert_num_queries(0):
        failing.get("/ja/fail/500/")


def test_error_in_a_language_without_front_page_shows_no_japanese_menu(failing):
    home = Site.objects.get().root_page
    factories.make_page(home, title="ごみの出し方", show_in_menus=True)
    assert "ごみの出し方" in failing.get("/ja/fail/404/").content.decode()

    page = failing.get("/en/fail/404/").content.decode()

    assert "ごみの出し方" not in page
    assert 'href="/ja/"' in page
