"""Turn an imported guideline into a draft of pages: chapters apart, references made links."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.html import escape

from tomoni.guidelines import drafts
from tomoni.guidelines.drafting_law import is_law, law_blocks
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft, RawBlock
from tomoni.guidelines.importing.grids import LEFT, UP
from tomoni.guidelines.importing.result import (
    Block,
    ImportedGuideline,
    ItemList,
    Note,
    Paragraph,
    Reference,
    Section,
    Table,
)

HIGHEST, LOWEST = 2, 4
NUMBER_LENGTH, MARK_LENGTH, CAPTION_LENGTH = 20, 8, 160

References = Mapping[UUID, Sequence[Reference]]


def draft_of(imported: ImportedGuideline, *, slug: str) -> GuidelineDraft:
    """Return the pages that the imported text asks for.

    What stands before the first chapter, such as a foreword, belongs to the document's own page.
    """
    references = defaultdict(list)
    for reference in imported.references:
        if reference.resolved:
            references[reference.block].append(reference)
    # The title stands above the page already.
    front = [b for b in imported.front if getattr(b, "text", "").strip() != imported.title]
    body = [*raw_blocks(front, references)]
    chapters: list[ChapterDraft] = []
    for section in imported.chapters:
        # Rules without chapters are read as one page, not an article on each.
        if (section.kind == "foreword" or is_law(section)) and not chapters:
            body += section_blocks(section, HIGHEST, references)
        else:
            chapters.append(chapter_of(section, len(chapters) + 1, references))
    return GuidelineDraft(title=imported.title, slug=slug, body=body, chapters=chapters)


def chapter_of(section: Section, position: int, references: References) -> ChapterDraft:
    body = list(raw_blocks(section.blocks, references))
    for child in section.children:
        body += section_blocks(child, HIGHEST, references)
    number, title = fitting(section.number, section.title)
    return ChapterDraft(
        number=number,
        title=title,
        slug=f"chapter-{position}",
        body=body,
        anchor=section.anchor,
    )


def section_blocks(section: Section, level: int, references: References) -> list[RawBlock]:
    """Return a section's heading, its blocks and those of the sections below it."""
    if is_law(section):
        return law_blocks(
            section,
            lambda text, block: f"<p>{linked(text, references.get(block.id, ()))}</p>",
            lambda block: raw_block(block, references.get(block.id, ())),
        )
    number, text = fitting(section.number, section.title)
    blocks = [
        drafts.heading(
            block_id=section.id, number=number, text=text, level=min(max(level, HIGHEST), LOWEST)
        ),
        *raw_blocks(section.blocks, references),
    ]
    for child in section.children:
        blocks += section_blocks(child, level + 1, references)
    return blocks


def fitting(number: str, title: str) -> tuple[str, str]:
    """Return number and title; a number too long for its field stands in front of the title."""
    if len(number) > NUMBER_LENGTH:
        return "", f"{number} {title}".strip()
    return number, title or number


def raw_blocks(blocks: Iterable[Block], references: References) -> list[RawBlock]:
    return [raw_block(block, references.get(block.id, ())) for block in blocks]


def raw_block(block: Block, references: Sequence[Reference]) -> RawBlock:
    match block:
        case Paragraph():
            html = f"<p>{linked(block.text, references)}</p>"
            return drafts.paragraph(block_id=block.id, html=html)
        case ItemList():
            items = [
                (item.mark[:MARK_LENGTH], f"<p>{linked(item.text, references)}</p>")
                for item in block.items
            ]
            return drafts.marked_list(block_id=block.id, items=items)
        case Note():
            # Where the text has ※ and the note *, readers look for the sign that they have seen.
            mark = (block.attached_mark or block.mark)[:MARK_LENGTH]
            html = f"<p>{linked(block.text, references)}</p>"
            return drafts.note(block_id=block.id, mark=mark, html=html)
        case Table():
            return table_of(block)
        case _:
            return drafts.set_aside(block_id=block.id, text=block.text, reason=block.reason)


def table_of(table: Table) -> RawBlock:
    """Return a table; cells that a heading reaches down into are headings as well."""
    rows = [list(row) for row in table.rows]
    heads = max(1, table.header_rows)
    while heads < len(rows) - 1 and UP in rows[heads]:
        heads += 1
    words = [cell for cell in rows[0] if cell not in (LEFT, UP, "")]
    return drafts.table(
        block_id=table.id,
        # A table must have a caption; where the file has none, its headings tell what it is.
        caption=(table.caption or "\u30fb".join(words))[:CAPTION_LENGTH],
        header=rows[0],
        more_headers=rows[1:heads],
        rows=rows[heads:],
        first_column_is_header=table.header_columns > 0,
    )


def linked(text: str, references: Sequence[Reference]) -> str:
    """Escape the text and make each reference in it a link to the anchor of its section."""
    html = str(escape(text)).replace("\n", "<br/>")
    start = 0
    for reference in references:
        words = str(escape(reference.text))
        found = html.find(words, start)
        if found < 0:
            continue
        link = f'<a href="#{reference.target}">{words}</a>'
        html = html[:found] + link + html[found + len(words) :]
        start = found + len(link)
    return html
