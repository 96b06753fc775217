"""The names that documents give to their unnumbered parts: foreword, supplement, materials."""

import re

from .folding import plain

# Words that Japanese documents give to their unnumbered first and last parts.
FRONT = {"はじめに", "まえがき", "序文", "序", "ごあいさつ", "あいさつ", "前文", "巻頭言"}
CLOSING = {"おわりに", "あとがき", "むすび", "結び", "むすびに", "終わりに"}
BACK = {"資料", "資料編", "参考資料", "巻末資料", "参考",
        "用語解説", "用語集", "用語の説明", "付録", "別紙", "別表", "別添",
        "附属資料", "付属資料"}  # fmt: skip
SUPPLEMENT = {"附則", "付則"}
# What an ordinance has after its articles; it stands beside its supplement.
ATTACHED = {"別表", "別紙", "別記", "様式", "別記様式", "別図"}
_NAME_TAIL = re.compile(r"\s*(?:[（(〔].*[）)〕]|[～〜―—:：].*)$")
_ORDINAL = re.compile(r"\s*第?\s?[0-9０-９一二三四五六七八九十]{1,3}号?$")
_SHORT = 30  # signs of a line that is nothing but such a name
_LONGEST = 200  # signs of a title with a tail: to look for one takes time with their square


def name_of(title: str) -> str:
    """Return the name that a title begins with: 別表 for 「別表第１（第３条関係）」."""
    bare = title.strip("【】〔〕<>＜＞ 　■●○◆")
    if len(bare) <= _LONGEST:
        bare = _NAME_TAIL.sub("", bare)
    name = plain(bare)
    return name if name in FRONT | BACK else plain(_ORDINAL.sub("", bare))


def is_name(line: str) -> bool:
    """Say whether a line is nothing but the name of an unnumbered part."""
    if len(line) > _SHORT or line[-1:] in "、。":
        return False
    name = name_of(line)
    return name in SUPPLEMENT or plain(line) in FRONT | CLOSING | BACK
