"""The words of references inside a document: which of them follow renumbering.

A reference whose words are only a number (第２章第１節, 第３条, １－(2)) or only a page (➝９ページ)
follows renumbering: readers see the present number and title of what it leads to.
"""

import re

INNER_LINK = re.compile(r'<a\b[^>]*?\bhref="#([A-Za-z0-9-]+)"[^>]*>(.*?)</a>', re.DOTALL)
_COUNT = "[0-9０-９一二三四五六七八九十百〇]+"
_NUMBER = re.compile(
    rf"(?:第?\s*{_COUNT}\s*[編部章節款目条項号]?|[①-⑳⑴-⒇Ⅰ-Ⅻⅰ-ⅻ]|[（(]\s*{_COUNT}\s*[)）]"
    rf"|[A-ZＡ-Ｚ](?=[\s.．－-])|[.．・－–‐―ー\-の\s])+"
    rf"|(?:chapter|section|article|part|cap[ií]tulo|se[cç][cç]?[aã]o|secci[oó]n|art[ií]culo|artigo"
    rf"|parte|§)\s*[0-9]+(?:[.-][0-9]+)*",
    re.IGNORECASE,
)
_PAGE = re.compile(
    rf"[（(]?\s*(?P<sign>[➝→⇒☞➡]|[pｐPＰ]\.?)?\s*(?:[pｐPＰ]\.?)?\s*{_COUNT}\s*(?P<word>ページ|頁)?"
    r"\s*(?:を?参照|へ)?\s*[)）]?"
)
_CHAPTER = re.compile(rf"第?\s*{_COUNT}\s*[編部章]|chapter|cap[ií]tulo", re.IGNORECASE)
_ARTICLE = re.compile(rf"第?\s*{_COUNT}\s*条(?:\s*の\s*{_COUNT})*")
_PROVISION = re.compile(rf"条[^項号]*?(?P<provision>(?:第\s*{_COUNT}\s*[項号]\s*)+)$")
_JOINED = re.compile(r"[0-9０-９]\s*[－–‐―ー-]\s*[（(⑴-⒇①-⑳0-9０-９]")


def is_number(words: str) -> bool:
    """Say whether the words are only a number of the document's own."""
    return bool(_NUMBER.fullmatch(words.strip())) and any(char.isalnum() for char in words)


def is_page(words: str) -> bool:
    """Say whether the words are only a page's number."""
    found = _PAGE.fullmatch(words.strip())
    return found is not None and bool(found["sign"] or found["word"])


def names_chapter(words: str) -> bool:
    return bool(_CHAPTER.search(words))


def is_joined(words: str) -> bool:
    """Say whether the words name what stands above as well: １－(2)."""
    return bool(_JOINED.search(words))


def is_article(number: str) -> bool:
    """Say whether a number is that of an article: 第３条, 第３条の２."""
    return bool(_ARTICLE.fullmatch(number.strip()))


def provision_of(words: str) -> str:
    """Return which paragraph and item of an article the words name: 第１項第２号."""
    found = _PROVISION.search(words.strip())
    return found["provision"].strip() if found else ""
