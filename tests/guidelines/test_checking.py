"""Each check finds what it is for, at its block, and leaves what is right alone."""

from datetime import date

import pytest

from tomoni.guidelines.checking import Subject, check_document
from tomoni.guidelines.texts import EditionText, PageText

DAY = date(2026, 4, 1)


def block(kind, value, name="b"):
    return {"type": kind, "value": value, "id": f"{name:0>8}-0000-0000-0000-000000000000"}


def head(number, text, level="2", name="b"):
    return block("heading", {"number": number, "text": text, "level": level}, name)


def text(html, name="b"):
    return block("paragraph", f"<p>{html}</p>", name)


def found(*body, adopted_on=None, pictures=(), slug="one"):
    """Return the codes and words that the checks find on a page with this body."""
    page = PageText(page=1, slug=slug, number="第１章", title="章", anchor="s-0000c0de", body=body)
    subject = Subject(EditionText("指針", pages=(page,)), adopted_on, DAY, frozenset(pictures))
    return [(one.code, one.words) for one in check_document(subject)]


WRONG = {
    "dangling": (text('<a href="#s-11111111">第３節</a>を参照'), "第３節"),
    "vague_link": (text('詳しくは<a href="https://example.jp/">こちら</a>'), "こちら"),
    "set_aside": (block("set_aside", {"text": "図", "reason": "figure"}), "図"),
    "no_alternative_text": (block("picture", {"image": 7, "alt_text": ""}), ""),
    "no_description": (block("figure", {"title": "流れ", "description": "<p></p>"}), "流れ"),
    "lonely_note": (block("note", {"mark": "※1", "text": "<p>注</p>"}), "※1"),
    "mark_without_note": (text("市民＊2が集う。"), "＊2"),
    "era_mismatch": (text("平成23年（2012年）に始めた。"), "平成23年(2012年"),
    "no_such_day": (text("平成30年2月30日に決めた。"), "平成30年2月30日"),
    "roster_kept": (
        block(
            "roster",
            {"title": "委員", "members": [{"name": "山"}], "retention_until": "2026-03-31"},
        ),
        "委員",
    ),
    "roster_consent": (block("roster", {"title": "委員", "members": [{"name": "山"}]}), "委員"),
}


@pytest.mark.parametrize("code", WRONG)
def test_check_finds(code):
    wrong, words = WRONG[code]

    assert found(wrong) == [(code, words)]


@pytest.mark.parametrize(
    "written",
    [
        "平成23（2012）年",
        "2012（平成23）年",
        "平成23年3月11日（2012年3月11日）",
        "2012年3月11日（平成23年3月11日）",
        "2012-03-11（平成23年3月11日）",
        "令和元年度（2020年度）",
        "昭和６４年（１９８８年）",
    ],
)
def test_era_beside_another_year_is_found_however_it_is_written(written):
    assert [code for code, _words in found(text(f"{written}に始めた。"))] == ["era_mismatch"]


RIGHT = [
    text('<a href="#s-0000c0de">この章</a>と<a href="https://example.jp/">申請書</a>'),
    block("picture", {"image": 7, "alt_text": "橋の写真"}),
    block("picture", {"image": 7, "decorative": True}),
    block("figure", {"title": "流れ", "description": "<p>申請のあと審査する。</p>"}),
    text("※ 詳しいことは資料編にあります。"),
    text("平成23年（2011年）に始め、令和元年5月1日に改めた。"),
    text("2011年3月11日（平成23年3月11日）、平成23（2011）年、2019-05-01（令和元年5月1日）。"),
    text("昭和64年1月7日（1989年1月7日）まで。平成12（1800名）。1989年1月8日（平成元年1月8日）。"),
    text("平成31年4月30日まで。昭和64年1月。２０１９年（令和元年）。"),
    block("roster", {"title": "委員", "members": [], "retention_until": "2026-03-31"}),
]


@pytest.mark.parametrize("right", RIGHT, ids=range(len(RIGHT)))
def test_check_leaves_what_is_right_alone(right):
    assert found(right) == []


def leaving(*bodies, leaves):
    """Return the findings of chapters with these bodies, some of which leave."""
    pages = tuple(
        PageText(
            page=n, slug=f"c{n}", number=f"第{n}章", title="章", anchor=f"s-0000000{n}", body=body
        )
        for n, body in enumerate(bodies, 1)
    )
    subject = Subject(EditionText("指針", pages=pages), leaving=frozenset(leaves))
    return [(one.code, one.page, one.words) for one in check_document(subject)]


def test_reference_to_a_chapter_that_leaves_is_found_where_it_stays():
    whole = text('<a href="#s-00000002">第２章</a>')
    section = text('<a href="#s-00000abc">目的</a>')
    term = text('<a href="#t-00000def">市民</a>')
    listed = {"type": "item", "id": "00000def-0000-0000-0000-000000000000"}
    terms = block("terms", {"title": "", "terms": [{**listed, "value": {"word": "市民"}}]}, "e")
    gone = (head("第１節", "目的", name="abc"), text("本文"), terms, whole)

    found_here = leaving((whole, section, term), gone, (whole,), leaves={2, 3})

    assert found_here == [("leaving", 1, "第２章"), ("leaving", 1, "目的"), ("leaving", 1, "市民")]


def test_section_that_moved_out_of_a_leaving_chapter_is_no_finding():
    section = text('<a href="#s-00000abc">目的</a>')
    moved = (head("第１節", "目的", name="abc"), text("本文"))

    assert leaving((section,), moved, moved, leaves={2}) == []


@pytest.mark.parametrize(
    ("written", "right"),
    [("令和元年4月", "平成31年"), ("平成31年5月", "令和元年"), ("平成32年", "令和2年")],
)
def test_era_that_had_not_begun_or_was_over(written, right):
    page = PageText(page=1, slug="one", number="", title="章", body=(text(f"{written}に改めた。"),))

    one = check_document(Subject(EditionText("指針", pages=(page,)), None, DAY))[0]

    assert one.code == "era_span"
    assert right in str(one.message)


def test_levels_and_empty_headings():
    body = [
        head("", "", name="1"),
        text("文", "2"),
        head("", "大", "2", "3"),
        text("文", "4"),
        head("", "小", "4", "5"),
        head("", "次", "2", "6"),
    ]

    assert found(*body) == [
        ("empty_heading", ""),
        ("skipped_level", "小"),
        ("bare_heading", "小"),
        ("bare_heading", "次"),
    ]


def test_numbers_below_one_parent():
    body = []
    for name, (number, level) in enumerate(
        [("第１節", "2"), ("１", "3"), ("３", "3"), ("第２節", "2"), ("１", "3"), ("第２節", "2")]
    ):
        body += [head(number, f"題{name}", level, f"{name}a"), text("文", f"{name}b")]

    assert found(*body) == [("number_gap", "３"), ("double_number", "第２節")]


def test_numbers_of_articles_and_chapters():
    articles = [
        block("article", {"number": number, "paragraphs": []}, str(name))
        for name, number in enumerate(["第１条", "第２条", "第４条"])
    ]
    pages = tuple(
        PageText(page=name, slug=f"c{name}", number=number, title="章", body=())
        for name, number in enumerate(["第１章", "第３章"])
    )

    codes = [one.code for one in check_document(Subject(EditionText("指針", pages=pages)))]

    assert found(*articles) == [("number_gap", "第４条")]
    assert codes == ["number_gap"]


def test_day_of_adoption_beside_the_paper():
    body = text("平成28年4月2日策定")

    wrong = found(body, adopted_on=date(2016, 4, 1), slug="")
    right = found(body, adopted_on=date(2016, 4, 2), slug="")

    assert (wrong, right) == ([("adopted_on", "平成28年4月2日策定")], [])


def test_term_that_nobody_explains():
    often = [text("「市民力」を育てる。", str(name)) for name in range(3)]
    terms = block("terms", {"terms": [{"word": "市民力", "forms": []}]}, "9")
    said = text("地域を支える力（以下「市民力」という。）", "8")

    assert found(*often) == [("undefined_term", "市民力")]
    assert found(*often[:2]) == []
    assert found(*often, terms) == []
    assert found(said, *often) == []


def test_picture_of_the_library_that_says_what_it_shows():
    assert found(block("picture", {"image": 7}), pictures=[7]) == []


def test_reference_to_a_term_of_the_document():
    term = {"type": "item", "id": "0000beef-0000-0000-0000-000000000000", "value": {"word": "協働"}}
    body = [block("terms", {"terms": [term]}, "1"), text('<a href="#t-0000beef">協働</a>', "2")]

    assert found(*body) == []


def test_findings_stand_in_reading_order_with_their_blocks():
    body = [text("＊2", "1"), text('<a href="#s-11111111">節</a>', "2"), text("＊3", "3")]
    page = PageText(page=4, slug="one", number="", title="章", body=tuple(body))

    result = check_document(Subject(EditionText("指針", pages=(page,))))

    assert [(one.page, one.block_id[:8]) for one in result] == [
        (4, "00000001"),
        (4, "00000002"),
        (4, "00000003"),
    ]
