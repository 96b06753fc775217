"""A guideline from a section's Word file, and its revision a year later."""

from io import BytesIO

from docx import Document

TITLE = "公園を育てる手引き"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Typed as a plain line in Word, though it is a heading.
FORGOTTEN = "記録を残す"
# What the section chief misses in it.
MISSED = "話しあいの翌日に貼ります。"
# (style of Word, text); an empty style is an ordinary paragraph.
Lines = tuple[tuple[str, str], ...]

FIRST: Lines = (
    ("Title", f"ともに市 {TITLE}"),
    ("Heading 1", "第１章 公園はみんなのもの"),
    ("Heading 2", "第１節 この手引きのねらい"),
    ("", "公園は、使う人が手を入れるほど居心地がよくなります。"),
    ("", "この手引きは、公園を育てたい人が最初の一歩を踏み出すためにあります。"),
    ("Heading 2", "第２節 担い手"),
    ("", "公園を育てる人は、次のとおりです。"),
    ("List Bullet", "近くに住む人"),
    ("List Bullet", "公園で遊ぶ子ども"),
    ("List Bullet", "市の公園係"),
    ("Heading 1", "第２章 公園を育てる手順"),
    ("Heading 2", "第１節 話しあう"),
    ("", "月に一度、公園のベンチに集まり、気づいたことを話しあいます。"),
    ("", FORGOTTEN),
    ("", "話しあったことは一枚の紙にまとめ、公園の掲示板に三か月のあいだ貼ります。"),
)
SECOND: Lines = (
    *FIRST[:3],
    ("", "公園は、使う人が手を入れるほど居心地がよくなり、災害のときは地域の支えになります。"),
    *FIRST[4:12],
    ("", "年に四度、公園のベンチに集まり、気づいたことを話しあいます。"),
    ("Heading 2", f"第２節 {FORGOTTEN}"),
    ("", FIRST[14][1] + MISSED),
    ("Heading 2", "第３節 ふり返る"),
    ("", "年度の終わりに、うまくいったこととそうでないことを、みんなで書き出します。"),
)


def word_file(lines: Lines) -> bytes:
    """Return a Word file with these lines."""
    document = Document()
    for style, text in lines:
        document.add_paragraph(text, style=style or None)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
