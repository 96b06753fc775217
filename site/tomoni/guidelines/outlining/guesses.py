"""Guess from the text what a document says of itself: its kind, edition and date of adoption."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from tomoni.guidelines.outlining.pieces import Pieces

_KINDS = (
    ("概要版", "summary"),
    ("基本方針", "basic_policy"),
    ("行動指針", "action_guideline"),
    ("条例", "ordinance"),
    ("規則", "rules"),
    ("要綱", "rules"),
    ("手引", "handbook"),
    ("手びき", "handbook"),
    ("ハンドブック", "handbook"),
    ("マニュアル", "handbook"),
    ("計画", "plan"),
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_DATE = re.compile(
    r"(明治|大正|昭和|平成|令和)\s*(元|[0-9]{1,2})\s*年\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?"
)
_DATE = re.compile(
    r"((?:18|19|20)[0-9]{2})\s*年(?:\s*[（(][^）)]*[）)])?\s*([0-9]{1,2})\s*月"
    r"(?:\s*([0-9]{1,2})\s*日)?"
)
_EDITION = re.compile(
    r"第\s*[0-9一二三四五六七八九十]{1,2}\s*版|改訂版|改定版|初版|第\s*[0-9]+\s*次改[訂定]"
)
_COUNTED = re.compile(r"第([0-9]+|[０-９]+)版")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_FRONT = 60  # pieces at the beginning, and as many at the end, where a date of adoption stands
_TITLE_PAGE = 12


@dataclass(frozen=True)
class Guess:
    """What was guessed, and the words that it was guessed from."""

    kind: str = "guideline"
    edition: str = ""
    adopted_on: date | None = None
    date_words: str = ""


def edition_after(label: str) -> str:
    """Return the name of the edition that follows, where names are counted; else nothing."""
    if label == "初版":
        return "第2版"
    counted = _COUNTED.fullmatch(label)
    if counted is None:
        return ""
    number = str(int(counted[1]) + 1)
    return f"第{number if counted[1].isascii() else number.translate(_WIDE)}版"


def guess(pieces: Pieces, title: str) -> Guess:
    kind = next((kind for words, kind in _KINDS if words in title), "guideline")
    texts = [unicodedata.normalize("NFKC", one.whole) for one in pieces if not one.is_furniture]
    head = texts[:_TITLE_PAGE]
    edition = next((found[0] for text in [title, *head] if (found := _EDITION.search(text))), "")
    for text in [*texts[:_FRONT], *reversed(texts[-_FRONT:])]:
        # On a title page or under a foreword the date stands by itself, not inside a sentence.
        if len(text) > len("令和10年10月10日　ともに市長　大町　花子　（改訂）"):
            continue
        dated = date_in(text)
        if dated is not None:
            return Guess(kind, edition, *dated)
    return Guess(kind, edition)


def date_in(text: str) -> tuple[date, str] | None:
    """Return the first date in a text, the first of its month where no day is said."""
    for pattern in (_ERA_DATE, _DATE):
        found = pattern.search(text)
        if not found:
            continue
        *year, month, day = found.groups()
        years = int(year[0]) if len(year) == 1 else _ERAS[year[0]] + _count(year[1])
        try:
            return date(years, int(month), int(day or 1)), found[0]
        except ValueError:
            continue
    return None


def _count(text: str) -> int:
    return 1 if text == "元" else int(text)
