"""Short cells of tables stay in one line on paper, whatever stands beside them."""

from io import BytesIO

import pdfplumber
import pytest
from lxml import html

from tomoni.guidelines.printing import engine
from tomoni.guidelines.printing.paper import to_paper

LONG = "自治会の運営は自治会が決めることですが、仕事を小さく分ける例を加えました。" * 2
FRAME = "<html lang='ja'><body{}><div class='table-scroll'><table>{}</table></div></body></html>"


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def paper(*rows: str, body: str = "") -> str:
    return to_paper(FRAME.format(body, "".join(rows)), page_words=("", ""))


def short(source: str) -> list[str]:
    root = html.document_fromstring(source)
    return [cell.text_content() for cell in root.xpath("//td[@class='short']")]


def lines(source: str) -> list[str]:
    """Return what stands in each cell of the PDF, its lines divided by spaces."""
    data = engine.draw(html=source, address="http://localhost/", html_lang="ja").data
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [
            (cell or "").replace("\n", " ")
            for page in pdf.pages
            for table in page.extract_tables()
            for found in table
            for cell in found
        ]


def test_numbers_and_their_units_stay_in_one_line() -> None:
    source = paper(row(LONG, "18件", LONG, "今後の参考"), row(LONG, "６件", LONG, "修正"))

    told = lines(source)

    assert (told[1], told[3], told[5], told[7]) == ("18件", "今後の参考", "６件", "修正")


def test_cells_that_would_leave_no_room_may_break_but_numbers_may_not() -> None:
    words = ["一二三四五六七八"] * 5

    assert short(paper(row(*words, LONG[:20]))) == words
    assert short(paper(row(*words, LONG[:20], "1,234人", LONG))) == ["1,234人"]


@pytest.mark.parametrize(("body", "expected"), [("", 5), (" class='side-by-side'", 0)])
def test_half_a_page_has_less_room(body: str, expected: int) -> None:
    words = ["一二三四五六七"] * 5

    assert len(short(paper(row(*words), body=body))) == expected


def test_cells_under_one_that_reaches_down_count_in_their_own_column() -> None:
    long = "一二三四五六七八九"
    rows = (
        f"<tr><td rowspan='2'>{long}</td><td>{LONG}</td><td>{LONG}</td></tr>",
        row(long, LONG),
        row(LONG, long, long),
    )

    assert short(paper(*rows)) == [long] * 4


def test_pages_without_such_tables_are_left_alone() -> None:
    source = "<html><body><table><tr><td>18件</td></tr></table></body></html>"

    assert short(to_paper(source, page_words=("", ""))) == []
