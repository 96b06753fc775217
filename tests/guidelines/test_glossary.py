"""Terms explained in place: the longest, once, not in links, headings or their own definition."""

from typing import Any

import pytest
from django.utils.safestring import mark_safe

from tomoni.guidelines.glossary import Glossary, Term


def term(word: str, *forms: str, page_id: int = 1) -> Term:
    return Term(
        anchor=f"t-{word}", word=word, definition=mark_safe("意味"), url=f"/x/#t-{word}",
        page_id=page_id, forms=forms,
    )  # fmt: skip


def told(html: str, *terms: Term, **values: Any) -> tuple[list[str], str]:
    """Return the words that are explained, and the text with a sign around them."""
    found, used = Glossary(terms).explain(html, **{"seen": set(), **values})
    for one in terms:
        for address in (one.url, f"#{one.anchor}"):
            opening = f'<a class="term" href="{address}" aria-describedby="d{one.anchor}">'
            found = found.replace(opening, "[")
    return [one.word for one in used], found.replace("</a>", "]") if "[" in found else found


@pytest.mark.parametrize(
    ("html", "words", "shown"),
    [
        ("<p>協働と協働</p>", ["協働"], "<p>[協働]と協働</p>"),
        ("<p>市民協働の協働</p>", ["市民協働", "協働"], "<p>[市民協働]の[協働]</p>"),
        ("<p>ＮＰＯとNPO</p>", ["NPO"], "<p>[ＮＰＯ]とNPO</p>"),
        ("<p>NPOS と UNPO</p>", [], "<p>NPOS と UNPO</p>"),
        ("<p>サービスラーニング</p>", [], "<p>サービスラーニング</p>"),
        ("<p>そのサービスを</p>", ["サービス"], "<p>その[サービス]を</p>"),
        ("<p>協動する</p>", ["協働"], "<p>[協動]する</p>"),
        ("<h3>協働</h3><p>その協働</p>", ["協働"], "<h3>協働</h3><p>その[協働]</p>"),
        ("<p>A&amp;協働</p>", ["協働"], "<p>A&amp;[協働]</p>"),
    ],
)
def test_term_is_explained_where_it_first_stands(html: str, words: list[str], shown: str) -> None:
    terms = (term("協働", "協動"), term("市民協働"), term("NPO"), term("サービス"))

    assert told(html, *terms) == (words, shown)


def test_term_is_not_explained_inside_a_link() -> None:
    html, used = Glossary((term("協働"),)).explain('<a href="/">協働</a>', seen=set())

    assert (html, used) == ('<a href="/">協働</a>', ())


def test_term_is_not_explained_in_its_own_definition_nor_where_it_was_before() -> None:
    one = term("協働")

    assert told("協働とは", one, but=one.anchor) == ([], "協働とは")
    assert told("協働とは", one, seen={one.anchor}) == ([], "協働とは")


def test_single_sign_is_explained_as_a_word_of_its_own_only() -> None:
    assert told("市民と市は都市の市民", term("市")) == (["市"], "市民と[市]は都市の市民")


def test_nothing_is_explained_inside_a_name() -> None:
    html, used = Glossary((term("市"),), names=("ともに市",)).explain("ともに市と市", seen=set())

    assert (html.count("<a"), html[: html.index("<a")], len(used)) == (1, "ともに市と", 1)


def test_term_of_the_page_itself_is_led_to_on_the_page() -> None:
    html, _used = Glossary((term("協働", page_id=7),)).explain("協働", seen=set(), here={7})

    assert 'href="#t-協働"' in html
