"""Speaking to the site as a web server does, so that nothing tidies a request on its way."""

import io
import sys
from collections.abc import Callable, Iterator

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections

from tomoni.search import services
from tomoni.testing import factories

ENVIRON = {
    "REQUEST_METHOD": "GET",
    "SCRIPT_NAME": "",
    "PATH_INFO": "/",
    "QUERY_STRING": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "REMOTE_ADDR": "127.0.0.1",
    "HTTP_HOST": "localhost",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}


@pytest.fixture
def town(site):
    """Front pages in two languages, a page, a guideline with a chapter, all of them indexed."""
    home = site.root_page
    factories.make_home("pt-br", of=home)
    factories.make_page(home, slug="page", title="ごみの出し方")
    guideline = factories.make_guideline(home, slug="guideline")
    factories.make_chapter(guideline, slug="chapter")
    services.rebuild(started=lambda _total: None, advanced=lambda _steps: None)
    return site


@pytest.fixture
def application() -> Iterator[WSGIHandler]:
    """The site; it must not close the connection that holds the test's transaction.

    For each test anew: Django's own client connects the signals again after each of its requests.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def send(application) -> Callable[[dict], tuple[int, dict[str, str], bytes, list[str]]]:
    """Send an environ; return the status, the headers, the body, and exceptions on the way."""

    def sent(environ):
        body = environ.get("body", b"")
        answer, raised = {}, []

        def start_response(status, headers, exc_info=None):
            answer.update(status=int(status.split()[0]), headers=dict(headers))

        def note(sender, request, **_):
            raised.append(repr(sys.exc_info()[1]))

        got_request_exception.connect(note)
        try:
            response = application(
                {
                    **ENVIRON,
                    "CONTENT_LENGTH": str(len(body)),
                    "wsgi.input": io.BytesIO(body),
                    "wsgi.errors": io.StringIO(),
                    **{key: value for key, value in environ.items() if key != "body"},
                },
                start_response,
            )
            content = b"".join(response)
            response.close()
        finally:
            got_request_exception.disconnect(note)
        return answer["status"], answer["headers"], content, raised

    return sent
