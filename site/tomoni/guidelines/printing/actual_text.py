"""Let a PDF say what was written where its glyphs cannot: in scripts whose letters join and move.

In Devanagari one sign may be several glyphs in another order than it is spoken; WeasyPrint names
only the signs of each glyph, so that search and readers' voices would hear something else.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Hebrew to Tibetan, Myanmar, Khmer: all that is more than a row of letters.
JOINED = re.compile("[\u0590-\u0fff\u1000-\u109f\u1780-\u17ff]")


@contextmanager
def as_written() -> Iterator[None]:
    """Give each line of such a script its text as `ActualText` while a PDF is written.

    WeasyPrint has no hook for it. The maker draws one PDF at a time, so nobody else is met here.
    """
    import pydyf  # noqa: PLC0415 -- optional
    from weasyprint.pdf.stream import Stream  # noqa: PLC0415 -- optional

    marked, begin = Stream.marked, pydyf.Stream.begin_marked_content
    texts: list[str] = []

    @contextmanager
    def marked_with_text(self: Any, box: Any, tag: str) -> Iterator[None]:  # Any: no types there
        text = getattr(box, "text", "")
        texts[:] = [text] if JOINED.search(text) else []
        with marked(self, box, tag):
            yield

    def begin_with_text(self: Any, tag: str, property_list: Any = None) -> None:
        if texts and property_list is not None:
            property_list["ActualText"] = pydyf.String(texts.pop())
        begin(self, tag, property_list)

    Stream.marked, pydyf.Stream.begin_marked_content = marked_with_text, begin_with_text
    try:
        yield
    finally:
        Stream.marked, pydyf.Stream.begin_marked_content = marked, begin
