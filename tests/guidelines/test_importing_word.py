"""Word files: headings, automatic numbers, notes, tables, and what is set aside."""

import io
import re
import unicodedata
import zipfile
from collections import Counter

import pytest
from tests.guidelines.files import numbered, paragraph, word

from tomoni.guidelines.importing import account_for, read_guideline
from tomoni.guidelines.importing.result import ItemList, Paragraph, Table
from tomoni.guidelines.importing.word.counting import written

BODY = "市は、住民と話し合いながら、まちづくりを少しずつ進めます。"


def level(manner: str, text: str, depth: int, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{manner}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + level("decimalFullWidth", "第%1章", 0)
    + level("decimal", "%1-%2", 1)
    + level("aiueoFullWidth", "（%3）", 2)
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level("decimalEnclosedCircle", "%1", 0)
    + level("bullet", "\uf0b7", 1)
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="2"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="節の見出し"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
)


def styled(text: str, style: str, extra: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{extra}')


def outline(data: bytes) -> list[tuple[int, str, str]]:
    sections = read_guideline(data, filename="a.docx").sections()
    return [(one.level, one.number, one.title) for one in sections]


def test_headings_are_told_by_styles_of_any_name_and_by_their_outline_level():
    data = word(
        styled("まちの指針", "t"),
        styled("はじまり", "1"),
        paragraph(BODY),
        styled("場をつくる", "own"),
        paragraph(BODY),
        paragraph("段落の見出し", '<w:outlineLvl w:val="2"/>'),
        paragraph(BODY),
        styled("すすめかた", "1"),
        paragraph(BODY),
        numbering=NUMBERING,
        styles=STYLES,
    )

    assert outline(data) == [
        (1, "第１章", "はじまり"),
        (2, "", "場をつくる"),
        (3, "", "段落の見出し"),
        (1, "第２章", "すすめかた"),
    ]
    assert read_guideline(data).title == "まちの指針"


def test_contents_without_indentation_leave_the_levels_to_the_print():
    titles = {"はじまり": 36, "出会いの場": 28, "言葉を選ぶ": 28, "これから": 36, "次の一歩": 28}
    listed = [paragraph(f"{title}\u3000\u3000{at}") for at, title in enumerate(titles, 1)]
    text = [
        one
        for title, size in titles.items()
        for one in (paragraph(title, run=f'<w:sz w:val="{size}"/>'), paragraph(BODY))
    ]

    assert outline(word(paragraph("目次"), *listed, *text, styles=STYLES)) == [
        (1, "", "はじまり"),
        (2, "", "出会いの場"),
        (2, "", "言葉を選ぶ"),
        (1, "", "これから"),
        (2, "", "次の一歩"),
    ]


def test_automatic_numbers_are_written_as_printed():
    data = word(
        numbered("総則", 1),
        paragraph(BODY),
        numbered("目的", 1, 1),
        paragraph(BODY),
        numbered("理由", 1, 2),
        paragraph(BODY),
        numbered("定義", 1, 1),
        paragraph(BODY),
        numbered("手順", 1),
        paragraph(BODY),
        numbered("相談", 1, 1),
        paragraph(BODY),
        numbering=NUMBERING,
    )

    assert outline(data) == [
        (1, "第１章", "総則"),
        (2, "１-1", "目的"),
        (3, "（ア）", "理由"),
        (2, "１-2", "定義"),
        (1, "第２章", "手順"),
        (2, "２-1", "相談"),
    ]


def test_lists_count_on_and_begin_anew_where_the_file_says_so():
    data = word(
        paragraph("用意する物は、次のとおりです。"),
        numbered("筆記具", 2),
        numbered("飲み物", 2),
        paragraph("持ち帰る物は、次のとおりです。"),
        numbered("資料", 3),
        numbered("名札", 3),
        numbered("座席の図", 2, 1),
        numbering=NUMBERING,
    )

    lists = [one for one in read_guideline(data).front if isinstance(one, ItemList)]

    assert [[(item.mark, item.text) for item in one.items] for one in lists] == [
        [("①", "筆記具"), ("②", "飲み物")],
        [("①", "資料"), ("②", "名札")],
        [("・", "座席の図")],
    ]


@pytest.mark.parametrize(
    ("number", "manner", "text"),
    [
        (3, "japaneseCounting", "三"),
        (20, "japaneseCounting", "二十"),
        (105, "japaneseCounting", "百五"),
        (12, "ideographDigital", "一二"),
        (12, "decimalEnclosedCircle", "⑫"),
        (25, "decimalEnclosedCircle", "㉕"),
        (4, "decimalEnclosedParen", "⑷"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "irohaFullWidth", "ト"),
        (10, "ideographTraditional", "癸"),
        (9, "decimalZero", "09"),
        (9, "unheard-of", "9"),
    ],
)
def test_numbers_are_written_in_every_manner(number, manner, text):
    assert written(number, manner) == text


def test_shape_alone_makes_headings_where_no_style_does():
    large = '<w:b/><w:sz w:val="32"/>'
    data = word(
        paragraph("第１章　はじまり", run=large),
        paragraph(BODY),
        paragraph("つどう", run="<w:b/>"),
        paragraph(BODY),
        paragraph("わかつ", run="<w:b/>"),
        paragraph(BODY),
        paragraph("第２章　つづき", run=large),
        paragraph(BODY),
    )

    assert outline(data) == [
        (1, "第１章", "はじまり"),
        (2, "", "つどう"),
        (2, "", "わかつ"),
        (1, "第２章", "つづき"),
    ]


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def mark(own: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{own}"/></w:r>'


def footnote(own: int, runs: str) -> str:
    return f'<w:footnote w:id="{own}"><w:p>{runs}</w:p></w:footnote>'


def test_footnotes_stand_at_their_marks():
    data = word(
        f"<w:p>{words('協働')}{mark(2)}{words('を進めます。')}</w:p>",
        f"<w:p>{words('対話')}{mark(5)}{words('を重ねます。')}</w:p>",
        notes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + footnote(2, "<w:r><w:footnoteRef/></w:r>" + words("力を合わせること"))
        + footnote(5, words("話し合うこと。"))
        + footnote(9, words("忘れられた注")),
    )

    guideline = read_guideline(data)

    texts = {one.id: one.text for one in guideline.front if isinstance(one, Paragraph)}
    assert [
        (one.mark, one.text, texts[one.attached_to][: one.attached_at]) for one in guideline.notes
    ] == [("¹", "力を合わせること", "協働"), ("²", "話し合うこと。", "対話")]
    assert [(one.text, one.reason) for one in guideline.set_aside] == [
        ("忘れられた注", "note without a mark in the text")
    ]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_table_keeps_merged_cells_and_its_caption():
    goes_on, begins = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    data = word(
        paragraph("表１　費用の分担"),
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("区分")
        + cell("負担", '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>"
        + cell("建物", begins)
        + cell("屋根")
        + cell("市")
        + "</w:tr><w:tr>"
        + cell("", goes_on)
        + cell("壁※")
        + cell("←")
        + "</w:tr></w:tbl>",
        paragraph("※ 内側の壁を除きます。"),
    )

    guideline = read_guideline(data)

    table, note = guideline.front
    assert isinstance(table, Table)
    assert (table.caption, table.header_rows) == ("表１　費用の分担", 1)
    assert table.rows == (
        ("区分", "負担", "←"),
        ("建物", "屋根", "市"),
        ("↑", "壁※", "⇐"),
    )
    assert (guideline.notes[0].attached_to, guideline.notes[0].attached_item) == (table.id, 7)
    assert note.id == guideline.notes[0].id
    assert account_for(guideline).balanced


def test_frame_around_text_is_no_table():
    data = word(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell(BODY) + "</w:tr></w:tbl>",
    )

    assert [type(one) for one in read_guideline(data).front] == [Paragraph]


def test_changes_keep_what_was_put_in_and_set_aside_what_was_taken_out():
    data = word(
        "<w:p><w:r><w:t>毎年</w:t></w:r>"
        "<w:ins><w:r><w:t>三月に</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>四月に</w:delText></w:r></w:del>"
        "<w:r><w:t>見直します。</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内緒</w:t></w:r></w:p>",
    )

    guideline = read_guideline(data)

    assert [one.text for one in guideline.front] == ["毎年三月に見直します。"]
    assert [(one.text, one.reason) for one in guideline.set_aside] == [
        ("四月に", "deleted in the file's tracked changes"),
        ("内緒", "hidden text"),
    ]


def test_boxes_pictures_readings_and_contents_are_set_aside():
    box = (
        "<w:p><w:r><w:t>本文です。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        + paragraph("箱の中の文")
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + paragraph("箱の中の文")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    picture = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='図 1' descr='町の地図'/>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>きょうどう</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>協働</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>を進めます。</w:t></w:r></w:p>"
    )

    guideline = read_guideline(
        word(styled("第１章　総則\t3", "toc"), box, picture, ruby, styles=STYLES)
    )

    assert [one.text for one in guideline.front] == ["本文です。", "協働を進めます。"]
    assert [(one.text, one.reason) for one in guideline.set_aside] == [
        ("第１章　総則\t3", "table of contents"),
        ("箱の中の文", "text box beside the text"),
        ("町の地図", "picture to be added by hand"),
        ("きょうどう", "reading above the characters"),
    ]


def test_text_pasted_line_by_line_is_put_together():
    text = "市民と市が互いを認め合い、力を合わせて地域の課題に取り組むことを協働といいます。" * 12
    lines = [text[at : at + 33] for at in range(0, len(text), 33)]
    data = word(*map(paragraph, lines), *map(paragraph, lines))

    front = read_guideline(data).front

    assert "".join(one.text for one in front) == text * 2
    assert len(front) < len(lines)


def test_references_by_page_follow_the_page_breaks_of_the_file():
    turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    data = word(
        paragraph("第１章　はじまり"),
        paragraph(BODY + "くわしくは次の章で述べます（→３ページ）。"),
        turn,
        paragraph("第２章　なかほど"),
        paragraph(BODY),
        turn,
        paragraph("第３章　おわり"),
        paragraph(BODY),
    )

    guideline = read_guideline(data)

    titles = {one.anchor: one.title for one in guideline.sections()}
    assert [titles[one.target] for one in guideline.references] == ["おわり"]


def test_every_sign_of_the_file_is_in_the_source_and_accounted_for():
    data = word(
        styled("はじまり", "1"),
        paragraph(BODY),
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell("人⼈") + cell("尐") + "</w:tr></w:tbl>",
        "<w:p><w:hyperlink><w:r><w:t>つながり</w:t></w:r></w:hyperlink>"
        "<w:smartTag><w:r><w:t>本庁</w:t></w:r></w:smartTag></w:p>",
        styles=STYLES,
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    raw = "".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", body)).replace("<w:t>", "")
    raw = re.sub(r"<w:t [^>]*>", "", raw)

    guideline = read_guideline(data)

    assert account_for(guideline).balanced
    assert signs(raw) - signs(guideline.source) == Counter()
    repairs = {one.before: one.after for one in guideline.repairs if one.before.strip()}
    assert repairs == {"⼈": "人", "尐": "少"}


def signs(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))
