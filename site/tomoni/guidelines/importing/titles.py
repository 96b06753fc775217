"""The title of a guideline: given, or read from its first lines or from how it names itself."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

_KINDS = (
    "指針|方針|計画|ガイドライン|条例|要綱|要領|要項|規則|規程|規約|プラン|ビジョン|憲章|宣言"
    "|手引き|手引書|手引|手びき|マニュアル|ハンドブック|ガイドブック|構想|大綱|戦略|白書|報告書"
    "|ガイド|逐条解説|解説書|ブック|BOOK"
)
_NAMED = re.compile(
    rf"[「『]([^「」『』]{{4,60}}(?:{_KINDS}))[」』]\s?[（(]以下[、,]?\s?[「『](?:本|この)",
)
_KIND_END = re.compile(rf"[^\s、。「」（）]{{2,60}}(?:{_KINDS})(?:[（(][^（）()]{{1,20}}[)）])?")
_TOWN = re.compile(
    rf"[一-龯ぁ-んァ-ヶ]{{1,8}}?[市区町村][一-龯ぁ-んァ-ヶー・]{{2,24}}?(?:{_KINDS})"
)
_BREAKS = re.compile(r"[がはをにへ、。「」『』（）()\s]|として|から|では|この|本|した|する|て")
_OFTEN = 2
_COVER, _REST = 10, 8  # lines of a cover, signs of a title's second line
_SHORTEST, _LONGEST = 4, 40  # signs of a title on a cover


def _is_title(line: str) -> bool:
    return bool(_KIND_END.fullmatch(line.replace(" ", "").replace("\u3000", "")))


def find(front: Sequence[str], text: str, filename: str, cover: str = "") -> str:
    """Return the title of the guideline; `cover` is the first line of a page that has no text."""
    bare = [line.strip("―—－-～〜 　【】『』「」") for line in front[:_COVER]]
    for line, after in pairwise([*bare, ""]):
        if _is_title(line):
            # 「地区防災計画」 with 「作成の手引」 on the line below is the title of one book.
            return line + after if len(after) <= _REST and _is_title(after) else line
    named = _NAMED.search(text)
    if named:
        return named[1]
    often = Counter(
        found[0] for part in _BREAKS.split(text) for found in _TOWN.finditer(part[:80])
    ).most_common(1)
    if often and often[0][1] >= _OFTEN:
        return often[0][0]
    if cover and _SHORTEST <= len(cover) <= _LONGEST:
        return cover
    stem = PurePath(filename.replace("\\", "/")).stem
    return stem or (front[0] if front else "")
