"""PDFs with a text layer: order, print, notes, tables, heads and pages."""

import subprocess
import sys
import time

import pytest
from tests.guidelines.files import pdf
from weasyprint import HTML

from tomoni.guidelines.importing import account_for, read_guideline
from tomoni.guidelines.importing.result import Paragraph, Table

BODY = (
    "市は、住民と話し合いながら、まちづくりを少しずつ進めます。"
    "それぞれの地区には、地区の歴史があります。"
)
HEADS = """
@page { @top-center { content: '潮見町まちづくり指針'; font-size: 8pt }
        @bottom-center { content: '- ' counter(page) ' -'; font-size: 9pt } }
"""
STYLE = """
@page { size: A4; margin: 25mm }
body { font: 10.5pt/1.7 'Noto Serif CJK JP'; text-align: justify }
h1, h2, h3 { font-family: 'Noto Sans CJK JP'; margin: 0.6em 0 }
h1 { font-size: 18pt; break-before: page } h2 { font-size: 13pt } h3 { font-size: 11.5pt }
p { margin: 0; text-indent: 1em }
table { border-collapse: collapse; width: 100% } td, th { border: 0.5pt solid; padding: 2pt }
sup { font-size: 6pt; vertical-align: super; line-height: 1 }
.foot { position: absolute; bottom: 0; font-size: 8pt; text-indent: 0 }
.two { columns: 2; column-gap: 10mm }
"""
HELVETICA = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def made(body: str, style: str = "") -> bytes:
    html = f"<html lang=ja><style>{STYLE}{style}</style><body>{body}</body></html>"
    written: bytes = HTML(string=html).write_pdf()
    return written


def paragraphs(count: int) -> str:
    return "".join(f"<p>{BODY * 3}</p>" for _ in range(count))


def chapters() -> str:
    return "".join(
        f"<h1>第{sign}章　{title}</h1>{paragraphs(1)}<h2>{title}の背景</h2>{paragraphs(2)}"
        f"<h3>(1) 手順</h3>{paragraphs(1)}<h3>(2) 期間</h3>{paragraphs(1)}"
        f"<p>{title}ことには続きがあります（→４ページ）。</p>"
        for sign, title in (("１", "知る"), ("２", "話す"), ("３", "決める"))
    )


def test_print_tells_headings_and_their_levels():
    data = made(f"<p style='font-size:24pt'>潮見町まちづくり指針</p>{chapters()}", HEADS)

    guideline = read_guideline(data, filename="a.pdf")

    assert guideline.title == "潮見町まちづくり指針"
    assert [(one.level, one.number, one.title) for one in guideline.sections()] == [
        entry
        for sign, title in (("１", "知る"), ("２", "話す"), ("３", "決める"))
        for entry in (
            (1, f"第{sign}章", title),
            (2, "", f"{title}の背景"),
            (3, "(1)", "手順"),
            (3, "(2)", "期間"),
        )
    ]
    assert account_for(guideline).balanced


def test_heads_and_numbers_of_pages_are_told_by_their_place():
    guideline = read_guideline(made(chapters(), HEADS))

    aside = [(one.text, one.reason) for one in guideline.set_aside]
    assert aside == [
        entry
        for page in (1, 2, 3)
        for entry in (("潮見町まちづくり指針", "running head"), (f"- {page} -", "page number"))
    ]
    assert [one.page for one in guideline.chapters] == [1, 2, 3]


def test_first_lines_of_pages_are_no_running_heads():
    data = made("".join(f"<h1>{sign}</h1>" + paragraphs(2) for sign in "東西南北"), HEADS)

    texts = [
        block.text
        for block in (
            *read_guideline(data).front,
            *(b for s in read_guideline(data).sections() for b in s.blocks),
        )
    ]

    assert texts.count(BODY * 3) == 8


def test_reference_by_page_leads_to_the_section_on_the_printed_page():
    guideline = read_guideline(made(f"<p>表紙</p>{chapters()}", HEADS))

    titles = {one.anchor: one.title for one in guideline.sections()}
    pages = {one.title: one.page for one in guideline.chapters}
    assert pages == {"知る": 2, "話す": 3, "決める": 4}
    assert [titles[one.target] for one in guideline.references] == ["決める"] * 3


def test_paragraphs_are_put_together_across_lines_and_pages():
    data = made("".join(f"<p>{BODY * 8}</p>" for _ in range(9)))

    front = read_guideline(data).front

    assert [one.text for one in front] == [BODY * 8] * 9


def test_two_columns_are_read_one_after_the_other():
    texts = [f"{sign}の地区では、{BODY}" for sign in "東西南北上下左右"]
    body = "".join(f"<p>{text}</p>" for text in texts)

    guideline = read_guideline(made(f"<p>{BODY}</p><div class='two'>{body}</div>"))

    assert [one.text for one in guideline.front] == [BODY, *texts]


def test_short_columns_are_read_one_after_the_other_though_titles_shift_their_lines():
    columns = "".join(
        f"<h3>（{at}）　{title}</h3><p>{BODY}</p>"
        for at, title in enumerate(("聞く", "話す", "書く"), 1)
    )

    guideline = read_guideline(made(f"<h2>１　手順</h2><div class='two'>{columns}</div>"))

    assert [(one.number, one.title) for one in guideline.sections()] == [
        ("１", "手順"),
        ("（1）", "聞く"),
        ("（2）", "話す"),
        ("（3）", "書く"),
    ]
    assert [one.blocks[0].text for one in list(guideline.sections())[1:]] == [BODY] * 3


def test_raised_figures_are_marks_of_the_notes_at_the_foot():
    body = (
        f"<p>{BODY}協働<sup>1</sup>を進め、対話<sup>2)</sup>を重ねます。</p>{paragraphs(3)}"
        "<div class=foot>1 力を合わせることをいいます。<br>2) 話し合うことをいいます。</div>"
    )

    guideline = read_guideline(made(body))

    texts = {one.id: one.text for one in guideline.front if isinstance(one, Paragraph)}
    assert [
        (one.mark, one.text, texts[one.attached_to][: one.attached_at][-2:])
        for one in guideline.notes
        if one.attached_to
    ] == [
        ("¹", "力を合わせることをいいます。", "協働"),
        ("²", "話し合うことをいいます。", "対話"),
    ]
    assert account_for(guideline).balanced


def test_ruled_table_keeps_its_cells_and_what_they_merge():
    table = (
        "<p>表１　費用の分担</p><table><tr><th>区分<th colspan=2>負担"
        "<tr><td rowspan=2>建物<td>屋根<td>市<tr><td>内壁<td>地区</table>"
    )

    guideline = read_guideline(made(f"<p>{BODY}</p>{table}<p>{BODY}</p>"))

    first, found, last = guideline.front
    assert isinstance(found, Table)
    assert (first.text, found.caption, last.text) == (BODY, "表１　費用の分担", BODY)
    assert found.rows == (
        ("区分", "負担", "←"),
        ("建物", "屋根", "市"),
        ("↑", "内壁", "地区"),
    )
    assert found.header_rows == 1
    assert account_for(guideline).balanced


def test_table_over_several_pages_is_one_table_with_its_head_once():
    rows = [(f"取組{at}", "市民協働課", f"年{at}回") for at in range(1, 71)]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    table = f"<table><thead><tr><th>取組<th>担当<th>目標<tbody>{cells}</table>"

    guideline = read_guideline(made(f"<p>{BODY}</p>{table}<p>{BODY}</p>"))

    tables = [one for one in guideline.front if isinstance(one, Table)]
    assert [one.rows for one in tables] == [(("取組", "担当", "目標"), *rows)]
    assert account_for(guideline).balanced


def test_readings_above_the_line_are_set_aside():
    ruby = "<span style='position:absolute;margin:-7pt 0 0 -21pt;font-size:5pt'>きょうどう</span>"

    guideline = read_guideline(made(f"<p>{BODY}ともに協働{ruby}を進めます。</p>{paragraphs(2)}"))

    assert [one.text for one in guideline.set_aside if one.reason.startswith("reading")] == [
        "きょうどう"
    ]
    assert "ともに協働を進めます。" in guideline.front[0].text


def test_vertical_lines_are_read_from_right_to_left():
    lines = ((300, b"talk in the town"), (280, b"decide together now"))
    signs = [
        b"1 0 0 1 %d %d Tm (%c) Tj " % (across, 700 - 14 * at, letter)
        for across, line in lines
        for at, letter in enumerate(line.replace(b" ", b""))
    ]
    column = b"".join(signs)

    guideline = read_guideline(pdf(b"BT /F 12 Tf " + column + b"ET", resources=HELVETICA))

    text = "".join("".join(one.text.split()) for one in guideline.front)
    assert text == "talkinthetowndecidetogethernow"


def test_pages_without_text_are_named_where_others_have_some():
    text = b"BT /F 12 Tf 50 700 Td (The town and its people talk before they decide.) Tj ET"

    guideline = read_guideline(pdf(text, b"q Q", text, resources=HELVETICA))

    assert [(one.text, one.reason) for one in guideline.set_aside] == [
        ("p. 2", "page without text, perhaps scanned")
    ]


def test_progress_is_told_page_by_page():
    told: list[tuple[int, int]] = []
    text = b"BT /F 12 Tf 50 700 Td (The town and its people talk before they decide.) Tj ET"

    read_guideline(
        pdf(text, text, resources=HELVETICA),
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(0, 2), (1, 2), (2, 2)]


MEASURE = """
import re, resource, sys
from pathlib import Path
from tomoni.guidelines.importing import account_for, read_guideline
guideline = read_guideline(sys.stdin.buffer.read())
assert account_for(guideline).balanced
# The kernel counts what the starting process held for the started one as well, but not here.
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(len(list(guideline.sections())), own // 1024, reader // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
def test_five_hundred_pages_stay_within_400_megabytes():
    page = f"<h1>第９章　知る</h1>{paragraphs(2)}"
    data = copied(made(page * 4, HEADS), 125)
    started = time.monotonic()

    done = subprocess.run(
        [sys.executable, "-c", MEASURE], input=data, capture_output=True, check=True
    )

    sections, own, reader = map(int, done.stdout.split())
    assert sections == 500
    # The two processes together are what the machine has to hold.
    assert own + reader <= 400, (own, reader)
    assert time.monotonic() - started < 120


def copied(data: bytes, times: int) -> bytes:
    """Return a PDF with the pages of another, each so many times over."""
    import io  # noqa: PLC0415 -- slow

    from pikepdf import Pdf  # noqa: PLC0415 -- slow

    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as source, Pdf.new() as target:
        for _ in range(times):
            target.pages.extend(source.pages)
        target.save(out)
    return out.getvalue()
