"""Headings broken between phrases: safely escaped, and never inside a name."""

import re
from html import unescape

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

NAME = "大泉町多文化共生コミュニティセンター"


def rendered(title, language="ja", names=None):
    with translation.override(language):
        source = "{% load typography %}{{ title|phrases:names }}"
        return Template(source).render(Context({"title": title, "names": names}))


def pieces(html):
    inner = re.fullmatch(r'<span class="phrases">(.*)</span>', html)
    return [unescape(piece) for piece in (inner[1] if inner else html).split("<wbr>")]


@pytest.mark.parametrize("language", ["ja", "ja-simple"])
def test_heading_is_broken_between_phrases(language):
    html = rendered("今日は良い天気です。", language)

    assert html == '<span class="phrases">今日は<wbr>良い<wbr>天気です。</span>'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("参加と協働のちがい", ["参加と", "協働の", "ちがい"]),
        ("ちがいを生かす", ["ちがいを", "生かす"]),
        ("指針の育て方", ["指針の", "育て方"]),
        ("協働によって生まれるもの", ["協働に", "よって", "生まれるもの"]),
        ("まちとこの指針", ["まちと", "この", "指針"]),
    ],
)
def test_no_line_begins_with_the_rest_of_a_word(title, expected):
    assert pieces(rendered(title)) == expected


def test_chinese_heading_is_broken_between_phrases():
    html = rendered("我们的使命是共建美好的城市。", "zh-hans")

    assert len(pieces(html)) > 1
    assert "".join(pieces(html)) == "我们的使命是共建美好的城市。"


@pytest.mark.parametrize("language", ["en", "pt-br", "ne", "ko"])
def test_languages_with_spaces_are_left_alone(language):
    assert rendered("今日は良い天気です。", language) == "今日は良い天気です。"


def test_name_is_broken_when_it_is_unknown_and_kept_whole_when_known():
    title = f"{NAME}のご案内です"

    unknown, known = pieces(rendered(title)), pieces(rendered(title, names=[NAME]))

    assert [piece for piece in unknown if NAME in piece] == []
    assert [piece for piece in known if NAME in piece] != []
    assert "".join(known) == title


def test_each_occurrence_of_a_name_is_kept_whole():
    title = f"{NAME}から{NAME}へ移ります"

    known = pieces(rendered(title, names=("", NAME)))

    assert "".join(known).count(NAME) == sum(piece.count(NAME) for piece in known) == 2


def test_markup_in_a_heading_is_escaped():
    title = '<script>alert("今日は良い天気です。")</script>&今日は良い天気です。'

    html = rendered(title)

    assert "".join(pieces(html)) == title
    assert re.findall(r"<(?!wbr>|span class=\"phrases\">|/span>)", html) == []
    assert re.findall(r"&(?!lt;|gt;|amp;|quot;|#x27;)", html) == []


def test_safe_markup_is_neither_broken_nor_escaped_twice():
    assert (
        rendered(mark_safe("<b>今日は良い天気です。</b>&amp;"))
        == "<b>今日は良い天気です。</b>&amp;"
    )


@pytest.mark.parametrize("title", ["", "市", "Tomoni 2026", "あ" * 5000])
def test_title_without_breaks_has_no_wrapper(title):
    assert rendered(title) == title


@pytest.mark.parametrize(
    ("language", "sign"), [("ja", "・"), ("ja-simple", "・"), ("pt-br", "•"), ("ne", "•")]
)
def test_middle_dot_is_a_bullet_in_languages_that_do_not_know_it(language, sign):
    source = "{% load typography %}{{ plain|bullet }}{{ other|bullet }}{{ marked|bullet }}"
    context = {"plain": "・", "other": "①・", "marked": mark_safe("<ins>・</ins>")}

    with translation.override(language):
        html = Template(source).render(Context(context))

    assert html == f"{sign}①・<ins>{sign}</ins>"


def test_tag_does_without_names():
    source = "{% load typography %}{% phrases title nothing %}"

    with translation.override("ja"):
        html = Template(source).render(Context({"title": "良い天気です<b>"}))

    assert html == '<span class="phrases">良い<wbr>天気です&lt;b&gt;</span>'
