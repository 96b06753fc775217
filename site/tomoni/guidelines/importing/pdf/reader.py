"""The process that reads a PDF: bytes come in, one line of JSON for each page goes out.

It runs apart, because only so can the memory and time that a hostile file takes be bounded.
"""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

from tomoni.guidelines.importing.refusals import MOST_PAGES

from .pages import read_page
from .records import Page

MEMORY = 700 * 1024 * 1024  # address space, of which the libraries' code takes a part
SECONDS = 600  # of processor time


def main() -> None:
    """Read the file that comes by the standard input."""
    _bound()
    logging.disable(logging.CRITICAL)
    try:
        for message in read(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(message, ensure_ascii=True) + "\n")
            sys.stdout.flush()
    except (MemoryError, RecursionError):
        sys.stdout.write('{"refused": "unpacks"}\n')


def _bound() -> None:
    try:
        import resource  # noqa: PLC0415 -- optional
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def read(data: bytes) -> Iterator[dict[str, Any]]:  # Any: as JSON is
    """Yield the number of pages and then each page, or why the file is refused."""
    import pdfplumber  # noqa: PLC0415 -- slow
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 -- slow

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            total = len(pdf.pages)
            if total > MOST_PAGES:
                yield {"refused": "pages"}
                return
            yield {"pages": total}
            gutters: set[int] = set()
            for number, page in enumerate(pdf.pages, 1):
                yield {"page": _page(page, number, gutters).to_json()}
                page.close()
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 -- a damaged file may break the library anywhere
        causes = {type(one) for one in (error, error.__context__, *error.args)}
        password = PDFPasswordIncorrect in causes
        yield {"refused": "password" if password else "damaged"}


def _page(page: Any, number: int, gutters: set[int]) -> Page:  # Any: untyped library
    try:
        return read_page(page, number, gutters)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 -- one damaged page does not spoil the others
        return Page(number, 0, 0, [], failed=True)


if __name__ == "__main__":
    main()
