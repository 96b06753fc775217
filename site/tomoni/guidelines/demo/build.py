"""Build the demo town's guideline and its summaries from their texts; safe to run twice."""

import json
from collections.abc import Callable, Mapping

from django.utils.html import escape

from tomoni.guidelines import drafts, services
from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.demo import content
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft, RawBlock
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.reading import CONTACT_ANCHOR
from tomoni.home.demo.bodies import page_body
from tomoni.home.demo.build import put_up, section_of
from tomoni.home.demo.content.blocks import (
    Block,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
    block_id,
    resolve,
)
from tomoni.home.demo.places import home_of
from tomoni.home.demo.texts import finder
from tomoni.home.models import StandardPage

SLUG = "guideline"


def build(progress: Callable[[str], None]) -> None:
    """Create the guideline and its summaries where they do not stand yet."""
    home = home_of("ja")
    if home is None:
        return
    whole = content.guideline()
    if not GuidelinePage.objects.child_of(home).filter(slug=SLUG).exists():
        progress(whole.title)
        section = section_of(whole.issuing_section, "ja")
        services.create_guideline(
            parent=home, draft=draft_of(whole), publish=True, section_id=section.pk
        )
    for summary in content.summaries():
        progress(summary.title)
        put_up_summary(summary, whole.issuing_section)


def put_up_summary(summary: content.Summary, section_key: str) -> None:
    """Publish the summary in its language, as a translation of the others."""
    home = home_of(summary.locale)
    if home is None:
        return
    put_up(
        home,
        StandardPage,
        summary.key,
        title=summary.title,
        summary=summary.lead,
        section=section_of(section_key, summary.locale),
        show_in_menus=True,
        body=json.dumps(page_body(summary.key, summary.blocks, finder(home))),
    )


def draft_of(whole: content.Guideline) -> GuidelineDraft:
    """Turn the written guideline into a draft; keys become lasting ids."""
    headings = {
        block.key: heading_anchor(str(block_id(whole.key, block.key)))
        for chapter in whole.chapters
        for block in chapter.blocks
        if isinstance(block, Heading)
    }
    foreword = [
        drafts.heading(
            block_id=block_id(whole.key, "foreword"),
            number="",
            text=whole.foreword_title,
            level=2,
        ),
        *raw_blocks(whole.key, whole.foreword, headings),
        drafts.paragraph(
            block_id=block_id(whole.key, "signature"),
            html=f"<p>{escape(whole.foreword_date)}<br/>"
            f"{escape(whole.foreword_office)}　{escape(whole.foreword_name)}</p>",
        ),
    ]
    return GuidelineDraft(
        title=whole.title,
        slug=SLUG,
        summary=whole.lead,
        edition=whole.version,
        adopted_on=whole.adopted,
        body=foreword,
        chapters=[
            ChapterDraft(
                number=chapter.number,
                title=chapter.title,
                slug=chapter.key,
                summary=chapter.lead,
                body=raw_blocks(whole.key, chapter.blocks, headings),
            )
            for chapter in whole.chapters
        ],
    )


def raw_blocks(
    document: str, blocks: tuple[Block, ...], headings: Mapping[str, str]
) -> list[RawBlock]:
    """Turn written blocks into stored ones; the links between sections find their anchors."""

    def linked(html: str) -> str:
        return resolve(html, lambda target: address(target, headings))

    raw: list[RawBlock] = []
    for block in blocks:
        lasting = block_id(document, block.key)
        match block:
            case Heading():
                raw.append(
                    drafts.heading(
                        block_id=lasting, number=block.number, text=block.text, level=block.level
                    )
                )
            case Paragraph():
                raw.append(drafts.paragraph(block_id=lasting, html=f"<p>{linked(block.html)}</p>"))
            case ItemList():
                items = [
                    (mark(block.style, number), f"<p>{linked(item)}</p>")
                    for number, item in enumerate(block.items)
                ]
                raw.append(drafts.marked_list(block_id=lasting, items=items))
            case Note():
                html = f"<p>{linked(block.text)}</p>"
                raw.append(drafts.note(block_id=lasting, mark=block.mark, html=html))
            case Table():
                raw.append(
                    drafts.table(
                        block_id=lasting,
                        caption=block.caption,
                        header=block.rows[0],
                        rows=block.rows[1:],
                        first_column_is_header=block.header_columns > 0,
                    )
                )
    return raw


def address(target: str, headings: Mapping[str, str]) -> str:
    """Return the address for a written target: a section of the text, or whom to ask below it."""
    kind, _colon, key = target.partition(":")
    return f"#{headings[key]}" if kind == "key" else f"#{CONTACT_ANCHOR}"


def mark(style: str, index: int) -> str:
    """Return the sign in front of a list's item: ①, ⑴, 1. or ・."""
    if style == "circled":
        return chr(ord("①") + index)
    if style == "bracketed":
        return chr(ord("⑴") + index)
    return f"{index + 1}." if style == "decimal" else "・"
