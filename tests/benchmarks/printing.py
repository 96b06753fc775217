"""Time and weigh the PDF of a long document: `python -m tests.benchmarks.printing [SECTIONS]`.

Says sections, pages, CPU seconds to compose and to draw, megabytes of the file and of memory.
Needs a built town: TOMONI_DATA and DJANGO_SETTINGS_MODULE=tomoni.project.settings.demo.
"""

import resource
import sys
import time
import uuid
from datetime import date

import django

SENTENCE = "みんなで決めたことを、みんなで守り、年に一度ふりかえります。役割と責任を分けあいます。"
SECTIONS_A_CHAPTER = 40


def main(sections: int) -> None:
    django.setup()
    from tomoni.guidelines.models import GuidelinePage  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.printing import composing, engine  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.printing.sources import Facts, Source  # noqa: PLC0415 -- app ready
    from tomoni.home.frame import SiteFrame  # noqa: PLC0415 -- app ready

    facts = Facts(
        "長い指針",
        "ともに市",
        "guideline",
        "in_force",
        "初版",
        date(2026, 3, 25),
        None,
        "課",
        "http://t/",
    )
    source = Source("ja", facts, text_of(sections), None, {})
    frame = SiteFrame(site_id=None, code="ja", html_lang="ja", locale=None)
    begun = time.process_time()
    html = composing.compose(document=GuidelinePage(title="長い指針"), source=source, frame=frame)
    composed = time.process_time()
    drawn = engine.draw(html=html, address=facts.address, html_lang="ja")
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say("sections", "pages", "compose s", "draw s", "file MB", "memory MB")
    say(
        sections,
        drawn.pages,
        f"{composed - begun:.1f}",
        f"{ended - composed:.1f}",
        f"{len(drawn.data) / 1e6:.1f}",
        f"{peak:.0f}",
    )


def text_of(sections: int) -> object:
    """Return a text of chapters with forty sections each, a note and a reference in every one."""
    from tomoni.guidelines.texts import EditionText, PageText  # noqa: PLC0415 -- app ready

    count = -(-sections // SECTIONS_A_CHAPTER)
    chapters = []
    for number in range(count):
        first = number * SECTIONS_A_CHAPTER
        body = [
            block
            for section in range(first, min(first + SECTIONS_A_CHAPTER, sections))
            for block in blocks_of(section)
        ]
        chapters.append(
            PageText(
                number + 2,
                f"c{number}",
                f"第{number + 1}章",
                "章",
                f"s-{number:08x}",
                "",
                tuple(body),
            )
        )
    return EditionText("長い指針", pages=(PageText(1, "", "", "長い指針"), *chapters))


def blocks_of(section: int) -> list[dict[str, object]]:
    from tomoni.guidelines import drafts  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.anchors import heading_anchor  # noqa: PLC0415 -- app ready

    def name(what: str, number: int = section) -> uuid.UUID:
        return uuid.uuid5(uuid.NAMESPACE_DNS, f"{what} {number}")

    before = heading_anchor(str(name("h", max(section - 1, 0))))
    words = f'<p>{SENTENCE * 6}※<a href="#{before}">前の節</a></p>'
    return [
        dict(drafts.heading(block_id=name("h"), number=str(section), text="節", level=2)),
        dict(drafts.paragraph(block_id=name("p"), html=words)),
        dict(drafts.note(block_id=name("n"), mark="※", html=f"<p>{SENTENCE}</p>")),
        dict(drafts.paragraph(block_id=name("q"), html=f"<p>{SENTENCE * 4}</p>")),
    ]


def say(*columns: object) -> None:
    sys.stdout.write("\t".join(str(one) for one in columns) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
