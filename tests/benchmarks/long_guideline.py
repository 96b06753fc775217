"""Time the reading of long guidelines: `python -m tests.benchmarks.long_guideline`.

Prints the milliseconds a section of documents with 20 and 400 sections, and their proportion, which
must stay below 1.5. Nothing is asked of the database.
"""

import os
import statistics
import time
from collections.abc import Iterator
from uuid import NAMESPACE_DNS, UUID, uuid5

import django

TIMES = 5
SENTENCE = "市民と市は、協働の約束にもとづき、話しあいを重ねて地域の課題を共有する※。"


def key(name: str) -> UUID:
    return uuid5(NAMESPACE_DNS, name)


def blocks(sections: int) -> Iterator[object]:
    from tomoni.guidelines import drafts  # noqa: PLC0415 -- app ready

    yield drafts.terms(
        block_id=key("terms"),
        terms=[drafts.Term(word, "<p>意味。</p>") for word in ("市民", "協働", "地域の課題")],
    )
    for number in range(sections):
        target = f"s-{key(str(number // 2)).hex[:8]}"
        yield drafts.heading(
            block_id=key(str(number)), number=f"第{number}節", text=f"節{number}", level=2
        )
        html = f'<p>{SENTENCE * 3}<a href="#{target}">第{number // 2}節</a></p>'
        yield drafts.paragraph(block_id=key(f"p{number}"), html=html)
        yield drafts.note(block_id=key(f"n{number}"), mark="※", html="<p>注です。</p>")


def milliseconds(sections: int) -> float:
    """Return the milliseconds that a section takes, in the middle of several times."""
    from django.template.loader import render_to_string  # noqa: PLC0415 -- app ready

    from tomoni.guidelines.anchors import heading_anchor  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.glossary import Glossary  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.models import ChapterPage  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.reading import read_body  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.selectors import Contents, Entry  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.texts import PageText, terms_in  # noqa: PLC0415 -- app ready
    from tomoni.home.frame import SiteFrame  # noqa: PLC0415 -- app ready

    stored = list(blocks(sections))
    entries = tuple(
        Entry(1, heading_anchor(str(key(str(number)))), f"第{number}節", f"節{number}", 2, "")
        for number in range(sections)
    )
    contents = Contents(document=None, entries=entries, current=1)
    page = PageText(page=1, slug="", number="", title="", body=tuple(stored))
    frame = SiteFrame(site_id=1, code="ja", html_lang="ja", locale=None)
    times = []
    for _time in range(TIMES):
        body = ChapterPage.body.field.stream_block.to_python(stored)
        started = time.perf_counter()
        parts = read_body(
            body=body,
            page_id=1,
            contents=contents,
            frame=frame,
            glossary=Glossary(tuple(terms_in(page))),
        )
        render_to_string("tomoni/guidelines/parts.html", {"parts": parts})
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times) / sections


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    django.setup()
    short, long = milliseconds(20), milliseconds(400)
    print(f"20 sections {short:.2f} ms, 400 sections {long:.2f} ms a section: {long / short:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
