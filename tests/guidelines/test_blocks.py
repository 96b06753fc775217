"""The blocks of a guideline: stored as agreed, checked with clear words, found and rendered."""

import json
import uuid
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.blocks import StreamValue

from tomoni.guidelines import drafts
from tomoni.guidelines.anchors import headline, term_anchor
from tomoni.guidelines.models import ChapterPage

ID = uuid.uuid5(uuid.NAMESPACE_DNS, "block")
TABLE = drafts.table(
    block_id=ID,
    caption="件数",
    header=["年", "件数", "←"],
    more_headers=[["↑", "市民", "市"]],
    rows=[["令和5年", "3", "4"]],
    note="市の調べ",
)
FIGURE = drafts.figure(block_id=ID, number="図１", title="協働", description="<p>四つの輪。</p>")
HISTORY = drafts.history(
    block_id=ID,
    title="策定の経過",
    rows=[
        drafts.Happening("第１回の会議", kind="会議", day=date(2020, 5, 1)),
        drafts.Happening("意見募集", date_text="平成22年5月"),
    ],
)
ARTICLE = drafts.article(
    block_id=ID,
    number="第１条",
    caption="趣旨",
    paragraphs=[
        drafts.LegalParagraph("<p>この条例は、定める。</p>"),
        drafts.LegalParagraph(
            "<p>次のとおり。</p>",
            number="２",
            items=[drafts.Item("⑴", "<p>市民</p>", [("ア", "<p>住む人</p>")])],
        ),
    ],
)
SUPPLEMENT = drafts.supplement(
    block_id=ID, effective_on=date(2024, 4, 1), lapse_condition="計画が終わったとき"
)
ROSTER = drafts.roster(
    block_id=ID,
    title="委員名簿",
    members=[drafts.Member("山田花子", category="市民")],
    retention_until=date(2999, 3, 31),
    consented=True,
)
CONTACT = drafts.contact(block_id=ID, note="９時から")
SURVEY = drafts.survey(
    block_id=ID,
    question="知っている人",
    value="89",
    n=1200,
    asked_text="平成21年10月",
    series=[("知っている", 89.0), ("知らない", 11.0)],
)
TERMS = drafts.terms(
    block_id=ID,
    title="ことば",
    terms=[drafts.Term("協働", "<p>ともに働くこと。</p>", reading="きょうどう", forms=["協動"])],
)
DOMAINS = drafts.domains(
    block_id=ID, title="領域", domains=[drafts.Domain("A", "市民の領域", is_collaboration=False)]
)
FORMS = drafts.forms(
    block_id=ID, title="形態", forms=[drafts.Form("共催", idea="ともに開く", domains=["A"])]
)
PRINCIPLES = drafts.principles(
    block_id=ID, title="原則", principles=[drafts.Principle("対等", "上下がない。")]
)
ALL = (
    TABLE,
    FIGURE,
    HISTORY,
    ARTICLE,
    SUPPLEMENT,
    ROSTER,
    CONTACT,
    SURVEY,
    TERMS,
    DOMAINS,
    FORMS,
    PRINCIPLES,
)
BY_NAME = [pytest.param(raw, id=str(raw["type"])) for raw in ALL]


def stream(*raw: Any) -> StreamValue:
    block = ChapterPage.body.field.stream_block
    return block.to_python(json.loads(json.dumps(raw)))


def plain(stored: Any) -> Any:
    """Return a stored value without the wrapping that Wagtail gives the items of lists."""
    if isinstance(stored, dict):
        if stored.get("type") == "item":
            return plain(stored["value"])
        return {name: plain(value) for name, value in stored.items()}
    if isinstance(stored, list):
        return [plain(one) for one in stored]
    return stored


@pytest.mark.parametrize("raw", BY_NAME)
@pytest.mark.django_db
def test_block_comes_back_as_it_was_written(raw: Any) -> None:
    body = stream(raw)

    # As an editor's form gives it back: read, checked, and stored again.
    cleaned = body.stream_block.clean(body)
    again = json.loads(json.dumps(cleaned.get_prep_value(), default=str))

    expected = plain(raw["value"])
    assert {name: plain(again[0]["value"])[name] for name in expected} == expected
    assert again[0]["id"] == str(ID)


@pytest.mark.parametrize("raw", BY_NAME)
@pytest.mark.django_db
def test_block_renders_by_itself(raw: Any) -> None:
    html = stream(raw)[0].render()

    assert ("<div" in html or "<section" in html or "<figure" in html) == (raw is not CONTACT)


@pytest.mark.django_db
def test_table_of_the_older_block_stays_valid() -> None:
    older = {"caption": "表", "header": ["一"], "first_column_is_header": False, "rows": [["甲"]]}

    body = stream({"type": "table", "id": str(ID), "value": older})

    assert '<th role="columnheader" scope="col">一</th>' in body[0].render()
    assert list(body[0].value["more_headers"]) == []


def refused(raw: Any) -> str:
    """Return what an editor is told about a block."""
    body = stream(raw)
    with translation.override("en"):
        with pytest.raises(ValidationError) as told:
            body.stream_block.clean(body)
        return str(list(flat(told.value)))


def flat(error: Any) -> Any:
    """Yield all sentences within a block's errors."""
    if isinstance(error, str):
        yield error
        return
    yield from getattr(error, "messages", ())
    for name in ("block_errors", "non_block_errors"):
        faults = getattr(error, name, None) or {}
        for fault in faults.values() if isinstance(faults, dict) else faults:
            yield from flat(fault)


def changed(raw: Any, **values: Any) -> Any:
    return {**raw, "value": {**raw["value"], **values}}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (changed(TABLE, rows=[["↑", "3", "4"]]), "cannot be merged with a heading"),
        (changed(TABLE, header=["←", "件数", "市"]), "no cell to merge"),
        (changed(TABLE, rows=[["1", "2", "3", "4"]]), "more cells than the headings"),
        (changed(TABLE, rows=[["甲", "←", "1"], ["↑", "乙", "2"]]), "rectangle"),
        (changed(FIGURE, description=""), "required"),
        (changed(HISTORY, rows=[{"content": "会議", "date": None}]), "when it was"),
        (changed(ARTICLE, number=""), "required"),
        (changed(ARTICLE, paragraphs=[]), "minimum number"),
        (
            changed(ARTICLE, paragraphs=[{"number": "２", "text": "<p>あ</p>"}] * 2),
            "same number",
        ),
        (changed(SUPPLEMENT, lapses_on="2023-01-01"), "lapse before"),
        (changed(ROSTER, retention_until=None), "until when"),
        (changed(SURVEY, value="約９割"), "half-width digits"),
        (changed(SURVEY, series=[{"label": "あ", "value": 101.0}]), "100 %"),
        (changed(SURVEY, asked_on="2999-01-01"), "still to come"),
        (
            changed(
                TERMS,
                terms=[
                    {"word": "NPO", "definition": "<p>あ</p>"},
                    {"word": "市民団体", "forms": ["ＮＰＯ"], "definition": "<p>い</p>"},
                ],
            ),
            "“NPO” is explained twice",
        ),
        (
            changed(
                DOMAINS, domains=[{"letter": "A", "name": "一"}, {"letter": "A", "name": "二"}]
            ),
            "same letter",
        ),
    ],
)
@pytest.mark.django_db
def test_block_is_refused_with_a_reason(raw: Any, words: str) -> None:
    assert words in refused(raw)


@pytest.mark.django_db
def test_search_finds_words_but_no_names() -> None:
    body = stream(*ALL)

    found = "\n".join(map(str, body.stream_block.get_searchable_content(body)))

    for words in ("件数", "市の調べ", "四つの輪", "意見募集", "住む人", "ともに働く", "共催"):
        assert words in found
    assert "山田花子" not in found
    assert "←" not in found


@pytest.mark.django_db
def test_names_are_shown_with_consent_and_until_the_agreed_day_only() -> None:
    shown, lapsed, unasked = (
        stream(raw)[0].render()
        for raw in (
            ROSTER,
            changed(ROSTER, retention_until="2020-03-31"),
            changed(ROSTER, consented=False),
        )
    )

    assert ["山田花子" in html for html in (shown, lapsed, unasked)] == [True, False, False]


def test_anchored_blocks_say_their_headline_as_stored() -> None:
    assert headline("article", ARTICLE["value"]) == (3, "第１条", "趣旨")
    assert headline("supplement", SUPPLEMENT["value"]) == (2, "", "附　則")
    assert headline("heading", {"text": "はじめに"}) == (2, "", "はじめに")


@pytest.mark.django_db
def test_term_has_an_anchor_that_lasts() -> None:
    item = TERMS["value"]["terms"][0]["id"]

    assert f'<dt id="{term_anchor(item)}">協働' in stream(TERMS)[0].render()
