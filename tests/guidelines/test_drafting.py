"""From an imported text to the pages that it asks for."""

from uuid import uuid4

from tomoni.guidelines.drafting import draft_of, linked, table_of
from tomoni.guidelines.importing.guideline import read_guideline
from tomoni.guidelines.importing.result import Table

TEXT = """協働の手引き

はじめに

この手引きは、みんなで書きました。

第１章 はじまり

第１節 ことば

協働とは、力を合わせることです。くわしくは第２章で述べます。

１ 小さな見出し

文です。

第２章 すすめかた

第１節 手順

① 話し合う
② 計画する
"""


def test_foreword_stands_on_the_documents_own_page() -> None:
    draft = draft_of(read_guideline(TEXT.encode()), slug="tebiki")

    assert [block["type"] for block in draft.body] == ["heading", "paragraph"]
    assert draft.body[0]["value"]["text"] == "はじめに"
    assert [(chapter.number, chapter.title, chapter.slug) for chapter in draft.chapters] == [
        ("第１章", "はじまり", "chapter-1"),
        ("第２章", "すすめかた", "chapter-2"),
    ]


def test_smaller_headings_get_lower_levels() -> None:
    draft = draft_of(read_guideline(TEXT.encode()), slug="tebiki")

    headings = [b["value"] for b in draft.chapters[0].body if b["type"] == "heading"]
    assert [(heading["text"], heading["level"]) for heading in headings] == [
        ("ことば", "2"),
        ("小さな見出し", "3"),
    ]


def test_list_keeps_its_marks() -> None:
    draft = draft_of(read_guideline(TEXT.encode()), slug="tebiki")

    found = [b["value"] for b in draft.chapters[1].body if b["type"] == "list"]
    assert found == [
        {
            "items": [
                {"mark": "①", "text": "<p>話し合う</p>"},
                {"mark": "②", "text": "<p>計画する</p>"},
            ]
        }
    ]


def test_second_reading_gives_the_same_ids() -> None:
    first = draft_of(read_guideline(TEXT.encode()), slug="a")
    second = draft_of(read_guideline(TEXT.encode()), slug="a")

    assert first == second


def test_text_is_escaped() -> None:
    assert linked("<b>太字</b> & 記号", ()) == "&lt;b&gt;太字&lt;/b&gt; &amp; 記号"


def test_table_keeps_its_merged_cells_and_gets_a_caption() -> None:
    rows = (("区分", "負担", "←"), ("↑", "町", "地区"), ("屋根", "全額", "なし"))
    table = Table(uuid4(), "", rows, header_rows=1, header_columns=1, line=1)

    block = table_of(table)

    assert block["value"] == {
        "caption": "区分・負担",
        "header": ["区分", "負担", "←"],
        "more_headers": [["↑", "町", "地区"]],
        "rows": [["屋根", "全額", "なし"]],
        "first_column_is_header": True,
    }


RULES = """第１章　総則
　（目的）
第１条　この条例は、協働の基本を定める。
２　市は、次のことを行う。
(1)　情報を公開すること。
ア　予算に関する情報を含むこと。
イ　会議の記録を含むこと。
(2)　意見を聴くこと。
　（委任）
第２条　必要なことは、市長が定める。
附則
この条例は、令和元年５月１日から施行する。
"""


def test_articles_and_supplements_become_blocks_of_law() -> None:
    draft = draft_of(read_guideline(RULES.encode()), slug="jorei")

    first, second = draft.chapters[0].body
    assert first["type"] == "article"
    assert (first["value"]["number"], first["value"]["caption"]) == ("第１条", "目的")
    one, two = first["value"]["paragraphs"]
    assert (one["number"], one["text"]) == ("", "<p>この条例は、協働の基本を定める。</p>")
    assert two["number"] == "２"
    assert [(item["mark"], len(item["subitems"])) for item in two["items"]] == [
        ("(1)", 2),
        ("(2)", 0),
    ]
    assert second["value"]["caption"] == "委任"


def test_supplement_says_from_when_the_text_holds() -> None:
    text = RULES.replace("第１章　総則\n", "")

    draft = draft_of(read_guideline(text.encode()), slug="jorei")

    assert [block["type"] for block in draft.body] == ["article", "article", "supplement"]
    assert draft.body[2]["value"]["effective_on"] == "2019-05-01"
    assert draft.chapters == []
