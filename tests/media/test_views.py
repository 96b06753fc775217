"""Stored pictures are served as pictures, and nothing else is."""

import pytest
from django.conf import settings as conf

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def stored(settings):
    def put(path, data=b"x"):
        target = settings.MEDIA_ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return f"{conf.MEDIA_URL}{path}"

    return put


def test_media_serves_pictures_with_headers_that_keep_them_pictures(client, stored):
    response = client.get(stored("original_images/a.svg", SVG))

    headers = {
        name: response.headers[name]
        for name in ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy")
    }
    assert b"".join(response.streaming_content) == SVG
    assert headers == {
        "Content-Type": "image/svg+xml",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    response.close()


def test_media_answers_not_modified(client, stored):
    url = stored("images/a.png")
    first = client.get(url)
    first.close()

    again = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)


def test_media_answers_head_without_a_body(client, stored):
    response = client.head(stored("images/a.png", b"12345"))

    assert (response.headers["Content-Length"], b"".join(response)) == ("5", b"")


def test_media_takes_no_posts(client, stored):
    assert client.post(stored("images/a.png")).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "images/missing.png",
        "images/",
        "images",
        "documents/secret.pdf",
        "images/page.html",
        "images/../documents/secret.pdf",
        "images/%2e%2e/documents/secret.pdf",
        "images/..%2f..%2fdocuments/secret.pdf",
        "images//etc/passwd",
        "images/%2fetc%2fpasswd",
        "images/" + "a" * 300 + ".png",
        "images/link.png",
        "wagtail_uploads/raw.svg",
    ],
)
def test_media_serves_nothing_else(client, stored, settings, path):
    stored("documents/secret.pdf")
    stored("wagtail_uploads/raw.svg", SVG)
    stored("images/page.html")
    (settings.MEDIA_ROOT / "images/link.png").symlink_to(
        settings.MEDIA_ROOT / "documents/secret.pdf"
    )

    assert client.get(f"{conf.MEDIA_URL}{path}").status_code == 404
