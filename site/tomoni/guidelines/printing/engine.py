"""Draw a PDF from composed HTML: tagged, with bookmarks, and with nothing from outside."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tomoni.guidelines.printing.actual_text import as_written
from tomoni.guidelines.printing.fetching import Fetcher
from tomoni.guidelines.printing.finishing import finish
from tomoni.guidelines.printing.fonts import font_styles

STYLES = Path(__file__).parents[1] / "static" / "tomoni" / "guidelines" / "paper.css"
PAGE_STEP = "Step 5 - Creating layout - Page"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Drawn:
    """A finished PDF."""

    data: bytes
    pages: int


class _PageListener(logging.Handler):
    """Hears from WeasyPrint's own log which page it is at."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        super().__init__(logging.INFO)
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(PAGE_STEP) and isinstance(record.args, tuple):
            self.tell(int(str(record.args[0])))


def draw(
    *,
    html: str,
    address: str,
    html_lang: str,
    tell: Callable[[int], None] = lambda _page: None,
) -> Drawn:
    """Return the PDF of `html`; `tell` hears the number of each page that is laid out."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 -- optional

    fetcher = Fetcher(address)
    with _listening(tell), as_written():
        styles = CSS(
            string=STYLES.read_text() + font_styles(html_lang),
            base_url=address,
            url_fetcher=fetcher,
        )
        document = HTML(string=html, base_url=address, url_fetcher=fetcher).render(
            stylesheets=[styles], pdf_variant="pdf/ua-1", optimize_images=True, dpi=200
        )
        data = document.write_pdf(
            finisher=finish, pdf_variant="pdf/ua-1", optimize_images=True, dpi=200
        )
    return Drawn(data=data, pages=len(document.pages))


@contextmanager
def _listening(tell: Callable[[int], None]) -> Iterator[None]:
    progress = logging.getLogger("weasyprint.progress")
    listener, level = _PageListener(tell), progress.level
    progress.addHandler(listener)
    progress.setLevel(logging.INFO)
    propagate, progress.propagate = progress.propagate, False
    try:
        yield
    finally:
        progress.removeHandler(listener)
        progress.setLevel(level)
        progress.propagate = propagate
