"""A text as a Word file: with automatic numbers and styles, or with nothing but bold titles."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from tests.guidelines.files import paragraph, word

from tomoni.guidelines.importing import account_for, read_guideline

HERE = Path(__file__).parent
FURNITURE = re.compile(r"-\s*(?:\d{1,2}|i)\s*-|葉嶋市公共施設の使い方ガイドライン|目\s*次")
BEGINS = re.compile(
    r"[\s※□①-⑳（(]|第.{1,3}条|[一-龯]{1,3}[１-９]|[１-９a-zア-オ] |[1-9１-９][ \u3000]"
    r"|[ＡＱ][１-９]",
)
MANNERS = [
    ("decimalFullWidth", "第%1章"),
    ("decimalFullWidth", "%2"),
    ("decimalFullWidth", "（%3）"),
    ("decimalEnclosedCircle", "%4"),
]
LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{manner}"/>'
    f'<w:pStyle w:val="h{at + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (manner, text) in enumerate(MANNERS)
)
# The materials count with the same list, begun anew, as Word does after 「番号の再開」.
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{LEVELS}'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
) + "".join(
    f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/>'
    f'<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/>'
    f'</w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 6)
)
Heading = tuple[int, str, str]


def folded(text: str) -> str:
    return "".join(text.split())


def parts(name: str) -> Iterator[tuple[str, Heading | None]]:
    """Yield the paragraphs of a text without what is printed around it, headings as such."""
    wanted = json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    titles = [tuple(one) for one in wanted["outline"]]
    text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    contents, open_ = False, ""
    for line in filter(None, map(str.rstrip, text.split("\n"))):
        contents = contents or bool(re.fullmatch(r"目\s*次", line))
        if FURNITURE.fullmatch(line.strip()):
            # The first page number or running head ends the contents.
            contents = contents and not re.match("-|葉", line)
            continue
        at = next((at for at, one in enumerate(titles[:1]) if _is(line, one)), None)
        begins = BEGINS.match(line) or open_.endswith(("。", "）")) or at is not None
        if not contents and begins and open_:
            yield open_, None
            open_ = ""
        if contents:
            continue
        if at is not None:
            yield line.strip(), titles.pop(0)
        else:
            if titles and re.match(re.escape(titles[0][1] or "\0"), line):
                titles.pop(0)  # an article, whose number stands before its text
            open_ += line.strip()
            if not open_.endswith("。") and len(line) < 30:
                yield open_, None
                open_ = ""
    if open_:
        yield open_, None


def _is(line: str, heading: Heading) -> bool:
    return folded(line) == folded(heading[1] + heading[2])


def automatic(name: str) -> bytes:
    """Return the text with styles whose numbers Word writes itself."""
    elements = []
    own = 1
    for text, heading in parts(name):
        if not heading or heading[0] > len(MANNERS) or heading[2] == "附則":
            elements.append(paragraph(escape(text)))
            continue
        level, number, title = heading
        own = 2 if title == "資料編" else own
        told = own if number else 0
        again = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{told}"/></w:numPr>'
        style = f'<w:pStyle w:val="h{level}"/>' + (again if told != 1 else "")
        elements.append(paragraph(escape(title), style))
    return word(*elements, numbering=NUMBERING, styles=STYLES)


def bold(name: str) -> bytes:
    """Return the text with typed numbers and titles that are bold, without any style."""
    return word(
        *(paragraph(escape(text), run="<w:b/>" if head else "") for text, head in parts(name))
    )


@pytest.mark.parametrize(
    ("name", "made"), [("facilities-handbook", automatic), ("official-parts", bold)]
)
def test_word_file_gives_the_outline_of_its_text(name, made):
    wanted = json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))

    guideline = read_guideline(made(name), filename=f"{name}.docx")

    assert [[one.level, one.number, one.title] for one in guideline.sections()] == wanted["outline"]
    notes = [[note.mark, note.attached_mark] for note in guideline.notes]
    assert notes == wanted["notes"]
    account = account_for(guideline)
    assert (account.lost, account.invented) == ((), ())
