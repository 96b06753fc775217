"""Articles and supplements of an imported text, as the blocks that ordinances have."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from tomoni.guidelines import drafts
from tomoni.guidelines.drafts import Item, LegalParagraph, RawBlock
from tomoni.guidelines.importing.result import Block, ItemList, Paragraph, Section

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_FROM = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日から施行")
_FIGURES = re.compile(r"[0-9０-９]{1,2}")
_KANA = re.compile(r"[(（]?[ァ-ヶa-zａ-ｚ][)）]?[.．]?")
_CAPTION_LENGTH, _MARK_LENGTH = 100, 8

Html = Callable[[str, Block], str]


def is_law(section: Section) -> bool:
    """Say whether a section is an article or a supplement, with nothing else below it."""
    supplement = section.scheme == "supplement" and section.title.startswith(("附", "付"))
    return (section.kind == "article" or supplement) and not section.children


def law_blocks(section: Section, html: Html, rest: Callable[[Block], RawBlock]) -> list[RawBlock]:
    """Return the block of an article or supplement, and after it what such a block cannot hold."""
    paragraphs = _paragraphs(section.blocks, html)
    others = [rest(one) for one in section.blocks if not isinstance(one, Paragraph | ItemList)]
    if section.kind == "article":
        caption = section.title.strip("（）()")[:_CAPTION_LENGTH]
        own = drafts.article(
            block_id=section.id,
            number=section.number,
            caption=caption,
            paragraphs=paragraphs or [LegalParagraph("")],
        )
    else:
        words = "".join(one.text for one in section.blocks if isinstance(one, Paragraph))
        words += "".join(
            item.text for one in section.blocks if isinstance(one, ItemList) for item in one.items
        )
        own = drafts.supplement(
            block_id=section.id,
            title=section.title[:_CAPTION_LENGTH],
            effective_on=_in_force_from(words),
            paragraphs=paragraphs,
        )
    return [own, *others]


def _paragraphs(blocks: Iterable[Block], html: Html) -> list[LegalParagraph]:
    found: list[LegalParagraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(LegalParagraph(html(block.text, block)))
        elif isinstance(block, ItemList):
            for item in block.items:
                _add(found, item.mark[:_MARK_LENGTH], html(item.text, block))
    return found


def _add(found: list[LegalParagraph], mark: str, html: str) -> None:
    """Add an item: figures number paragraphs, brackets and 一 items, ア and a their parts."""
    if _FIGURES.fullmatch(mark):
        found.append(LegalParagraph(html, mark))
        return
    if not found:
        found.append(LegalParagraph(""))
    last = found[-1]
    items = list(last.items)
    if _KANA.fullmatch(mark) and items:
        items[-1] = replace(items[-1], subitems=[*items[-1].subitems, (mark, html)])
    else:
        items.append(Item(mark, html))
    found[-1] = replace(last, items=items)


def _in_force_from(words: str) -> date | None:
    """Return the day from which a supplement says that the text holds."""
    found = _FROM.search(unicodedata.normalize("NFKC", words))
    if found is None:
        return None
    year = 1 if found[2] == "元" else int(found[2])
    try:
        return date(_ERAS[found[1]] + year, int(found[3]), int(found[4]))
    except ValueError:
        return None
