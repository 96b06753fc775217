"""References: which words follow renumbering, and what they say then."""

import pytest

from tomoni.guidelines.reference_words import is_article, is_number, is_page, provision_of


@pytest.mark.parametrize(
    "words",
    [
        "第２章第１節",
        "第３条",
        "１－(2)",
        "⑵",
        "第２章",
        "第１章 第２節",
        "２．１",
        "Ⅲ",
        "Section 2.1",
    ],
)
def test_number_alone_follows_renumbering(words: str) -> None:
    assert is_number(words)


@pytest.mark.parametrize(
    "words", ["協働の原則", "第３条の規定", "こちら", "", "－", "資料編", "1つめの例"]
)
def test_words_of_their_own_stay(words: str) -> None:
    assert not is_number(words)


@pytest.mark.parametrize(
    "words", ["➝９ページ", "12頁参照", "（→15ページ）", "P.12", "p12", "１２ページへ"]
)
def test_page_alone_is_known(words: str) -> None:
    assert is_page(words)


@pytest.mark.parametrize("words", ["12", "第２章", "ページ", "9ページの図"])
def test_what_is_no_page_is_none(words: str) -> None:
    assert not is_page(words)


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("第７条第１号", "第１号"),
        ("第19条第１項", "第１項"),
        ("第３条の２第１項第４号", "第１項第４号"),
        ("第２章第８条第１項", "第１項"),
        ("第９条", ""),
        ("第３章第１節", ""),
    ],
)
def test_provision_within_an_article_is_known(words: str, provision: str) -> None:
    assert provision_of(words) == provision


def test_number_of_an_article_is_known() -> None:
    numbers = ["第３条", "第三条の二", "3条", "第３章", "条", "第３条関係"]

    assert [is_article(one) for one in numbers] == [True, True, True, False, False, False]
