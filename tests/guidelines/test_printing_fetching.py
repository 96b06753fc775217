"""A PDF takes in our own static files and pictures, and nothing else."""

from pathlib import Path

import pytest
from django.conf import settings
from weasyprint import HTML

from tomoni.guidelines.printing.fetching import Fetcher, RefusedError

ORIGIN = "https://www.town.example.jp/ja/guideline/"


@pytest.fixture
def picture() -> Path:
    folder = Path(settings.MEDIA_ROOT) / "images"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "printed.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    return path


def test_fetcher_finds_static_files_and_pictures(picture: Path) -> None:
    fetcher = Fetcher(ORIGIN)

    style = fetcher.find("https://www.town.example.jp/static/tomoni/design/base.css?v=1")
    found = fetcher.find("https://www.town.example.jp/media/images/printed.svg")

    assert (style.name, found) == ("base.css", picture.resolve())


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://www.town.example.jp/static/tomoni/design/base.css",
        "https://elsewhere.example/static/tomoni/design/base.css",
        "https://www.town.example.jp.evil.example/static/tomoni/design/base.css",
        "https://www.town.example.jp/static/../../etc/passwd",
        "https://www.town.example.jp/static/%2e%2e/%2e%2e/etc/passwd",
        "https://www.town.example.jp/static//etc/passwd",
        "https://www.town.example.jp/static/",
        "https://www.town.example.jp/media/images/../documents/secret.pdf",
        "https://www.town.example.jp/media/documents/secret.pdf",
        "https://www.town.example.jp/media/pdfs/guidelines/1.pdf",
        "https://www.town.example.jp/ja/",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "ftp://www.town.example.jp/static/tomoni/design/base.css",
        "https://169.254.169.254/latest/meta-data/",
        "//www.town.example.jp/static/tomoni/design/base.css",
    ],
)
def test_fetcher_refuses_everything_else(address: str) -> None:
    with pytest.raises(RefusedError):
        Fetcher(ORIGIN).find(address)


class Witness(Fetcher):
    """Remembers what was asked for and refused."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.refused: list[str] = []

    def find(self, url: str) -> Path:
        try:
            return super().find(url)
        except RefusedError:
            self.refused.append(url)
            raise


def test_weasyprint_asks_the_fetcher_for_every_address() -> None:
    source = """
      <link rel="stylesheet" href="https://elsewhere.example/a.css">
      <style>@import url(file:///etc/passwd); p { background: url(http://127.0.0.1:9/b.png) }
      @font-face { font-family: x; src: url(https://elsewhere.example/c.woff) } p { font: 9pt x }
      </style><p>a<img src="file:///etc/hostname"><object data="ftp://elsewhere.example/d"></object>
      <svg width="9" height="9"><image href="https://elsewhere.example/e.png" width="9"/></svg>"""
    witness = Witness(ORIGIN)

    HTML(string=source, base_url=ORIGIN, url_fetcher=witness).write_pdf()

    assert {address.strip() for address in witness.refused} == {
        "https://elsewhere.example/a.css",
        "file:///etc/passwd",
        "http://127.0.0.1:9/b.png",
        "https://elsewhere.example/c.woff",
        "file:///etc/hostname",
        "ftp://elsewhere.example/d",
        "https://elsewhere.example/e.png",
    }
