"""Headings without numbers: known by their words, by a blank tail, or by being set off."""

from collections import Counter
from itertools import pairwise

from .furniture import plain
from .lines import Profile
from .pieces import Piece

# Words that Japanese documents give to their unnumbered first and last parts.
FRONT = {"はじめに", "まえがき", "序文", "序", "ごあいさつ", "あいさつ", "前文", "巻頭言"}
CLOSING = {"おわりに", "あとがき", "むすび", "結び", "むすびに", "終わりに"}
BACK = {"資料", "資料編", "参考資料", "巻末資料", "参考",
        "用語解説", "用語集", "用語の説明", "付録", "別紙", "別表", "別添",
        "附属資料", "付属資料"}  # fmt: skip
SUPPLEMENT = {"附則", "付則"}
_SPACED = 8  # blanks after a line that only an underlined or boxed title has
_SEVERAL = 3
_SHORT = 20
_SET_OFF = 2  # blank lines after a title that set it off from all other lines
_TITLE = 48


def known(pieces: list[Piece]) -> None:
    """Tag the names that documents give to their first and last parts."""
    for at, piece in enumerate(pieces):
        bare = piece.text.strip("【】〔〕<>＜＞ 　■●○◆")
        is_known = plain(bare) in FRONT | CLOSING | BACK | SUPPLEMENT
        if is_known and not (piece.mark and piece.mark.counts) and len(piece.lines) == 1:
            piece.tags |= {"heading", "known"}
            if plain(bare) in SUPPLEMENT:
                piece.tags.add("supplement")
        if at and "caption" in pieces[at - 1].tags:
            piece.tags.add("captioned")


def spaced(pieces: list[Piece]) -> None:
    """Take lines with a long blank tail for titles, where the document has several."""
    tailed = [
        piece
        for piece in pieces
        if piece.kind == "text"
        and len(piece.lines) == 1
        and piece.first.trail >= _SPACED
        and not piece.ends_sentence
        and len(piece.text) <= _TITLE
    ]
    if len(tailed) >= _SEVERAL:
        for piece in tailed:
            piece.tags |= {"heading", "spaced"}


def like_chapters(pieces: list[Piece], profile: Profile) -> None:
    """Take short lines set off by the same blanks as the chapters' titles for such titles."""
    units = [
        (piece, after)
        for piece, after in pairwise(pieces)
        if "heading" in piece.tags and piece.mark and piece.mark.scheme in ("unit 章", "unit 編")
    ]
    gaps = Counter(after.first.gap for _, after in units)
    usual = gaps.most_common(1)[0][0] if gaps else 0
    if usual < _SET_OFF:
        return
    for at, piece in enumerate(pieces[:-1]):
        after = pieces[at + 1]
        short = piece.kind == "text" and len(piece.lines) == 1 and len(piece.text) <= _SHORT
        alone = piece.first.starts_page and after.first.gap == usual and not piece.ends_sentence
        leads = "heading" in after.tags or (after.kind == "text" and after.ends_sentence)
        if short and alone and leads and after.width < profile.width * 30:
            piece.tags |= {"heading", "known"}
