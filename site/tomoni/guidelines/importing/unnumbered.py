"""Headings without numbers: known by their words, by a blank tail, or by being set off."""

import re
from collections import Counter
from itertools import pairwise

from .lines import Profile
from .names import ATTACHED, BACK, CLOSING, FRONT, SUPPLEMENT, name_of
from .pieces import Piece

_KANA_ROW = re.compile(r"[あかさたなはまやらわア-ワA-ZＡ-Ｚ](?:行|の部)")
_MOST, _ENOUGH = 0.6, 3  # of the pages that begin with a title of their own
_FOREWORD = re.compile("[一-龯]{2,6}に(?:当|あ)たって")  # before any text: a foreword
_SPACED = 8  # blanks after a line that only an underlined or boxed title has
_SEVERAL = 3
_SHORT = 20
_SET_OFF = 2  # blank lines after a title that set it off from all other lines
_TITLE = 48
_NAMED = re.compile(
    r"[（(【<＜]?(?:図|表|写真|グラフ|資料|出典|注)\s?[0-9０-９]|[0-9０-９/／.・年月日\s]+$"
)


def known(pieces: list[Piece]) -> None:
    """Tag the names that documents give to their first and last parts."""
    told = False
    for at, piece in enumerate(pieces):
        after = pieces[at + 1 : at + 2] or [piece]
        name = name_of(piece.text)
        is_known = name in FRONT | CLOSING | BACK | SUPPLEMENT | ATTACHED
        short = len(piece.lines) == 1 and len(piece.text) <= _TITLE and not piece.ends_sentence
        if is_known and short and not (piece.mark and piece.mark.counts):
            piece.tags |= {"heading", "known"}
            if name in SUPPLEMENT:
                piece.tags.add("supplement")
            elif name in ATTACHED:
                piece.tags.add("attached")
        if _FOREWORD.fullmatch(piece.text) and short and not told and _bare(piece, *after):
            piece.tags |= {"heading", "opening"}
        told = told or piece.ends_sentence
        if at and "caption" in pieces[at - 1].tags:
            piece.tags.add("captioned")


def set_off(pieces: list[Piece]) -> None:
    """Take short lines with blank lines around them for titles, where titles are set off so."""
    shapes = [
        (piece, after)
        for piece, after in pairwise(pieces[1:])
        if _set_off(piece) and after.first.gap and len(piece.lines) == 1
    ]
    titles = [piece for piece, after in shapes if "heading" in piece.tags or _bare(piece, after)]
    begun = next((at for at, piece in enumerate(pieces) if piece.ends_sentence), 0)
    if len(titles) < _SEVERAL:
        return
    counted = next((at for at, one in enumerate(pieces) if "heading" in one.tags), len(pieces))
    for at, (piece, after) in enumerate(pairwise(pieces)):
        if _set_off(piece) and after.first.gap and at + 1 >= begun and _bare(piece, after):
            piece.tags |= {"heading", "opening" if at < counted < len(pieces) else "spaced"}


def _set_off(piece: Piece) -> bool:
    return bool(piece.first.gap) or piece.first.starts_page


def _bare(piece: Piece, after: Piece) -> bool:
    """Say whether a short line without a mark stands above a text."""
    prose = after.kind == "text" and (after.ends_sentence or len(after.lines) > 1)
    text = prose or after.kind == "bullet" or "list" in after.tags
    short = piece.kind == "text" and len(piece.text) <= _TITLE and len(piece.lines) == 1
    tagged = piece.tags & {"heading", "caption", "captioned", "list"}
    return short and text and not piece.states and not tagged and not _NAMED.match(piece.text)


def listed(pieces: list[Piece]) -> None:
    """Tag the titles without numbers that stand in the table of contents."""
    for piece in pieces:
        if piece.first.listed and piece.kind == "text" and "heading" not in piece.tags:
            piece.tags |= {"heading", "listed"}


def kana_rows(pieces: list[Piece]) -> None:
    """Take あ行, か行 … for titles where a glossary has several of them."""
    rows = [piece for piece in pieces if piece.kind == "text" and _KANA_ROW.fullmatch(piece.text)]
    if len(rows) > 1:
        for piece in rows:
            piece.tags |= {"heading", "row"}


def opening(pieces: list[Piece]) -> None:
    """Take a short line at a page's head for a title where pages begin with titles."""
    heads = [(at, piece) for at, piece in enumerate(pieces) if piece.first.starts_page]
    new = [piece for _, piece in heads if not (piece.kind == "text" and piece.ends_sentence)]
    titled = sum("heading" in piece.tags for piece in new)
    if titled < _ENOUGH or titled < len(new) * _MOST:
        return
    # Where the contents list the chapters, what they leave out stands under one.
    place = "spaced" if any(piece.first.listed for piece in pieces) else "known"
    for at, piece in heads[1:]:
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        short = piece.kind == "text" and len(piece.text) <= _SHORT and not piece.ends_sentence
        text = (
            after and after.kind == "text" and after.ends_sentence and not after.first.starts_page
        )
        if short and text and len(piece.lines) == 1 and not piece.tags:
            piece.tags |= {"heading", place}


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


def standing_out(pieces: list[Piece]) -> None:
    """Take short lines in larger or bolder print for titles, unless they stand on the cover."""
    covered = _cover(pieces)
    for piece in pieces[covered:]:
        bare = piece.kind == "text" and not piece.tags & {"heading", "caption", "captioned"}
        if bare and piece.stands_out and not piece.states and not _NAMED.match(piece.text):
            piece.tags |= {"heading", "look"}


def beginning(pieces: list[Piece]) -> None:
    """Take the first title, if like no other without a number, for one beside those that follow."""
    heads = [piece for piece in pieces if "heading" in piece.tags]
    if len(heads) < _SEVERAL or "look" not in heads[0].tags or not heads[1].mark:
        return
    look = heads[0].first.look
    again = any("look" in one.tags for one in heads[1:] if look and look.like(one.first.look))
    if look and look.like(heads[1].first.look) and not heads[1].mark.counts and not again:
        heads[0].tags.add("opening")


def _cover(pieces: list[Piece]) -> int:
    """Return how many pieces stand on the cover: large ones before any text and any heading."""
    at = next(
        (
            at
            for at, piece in enumerate(pieces)
            if piece.ends_sentence or "heading" in piece.tags or piece.kind != "text"
        ),
        max(0, len(pieces) - 1),
    )
    # The last of them, right above the first text, is that text's own title.
    above = pieces[at - 1] if 0 < at < len(pieces) else None
    if above and above.stands_out and "heading" not in pieces[at].tags:
        larger = [one for one in pieces[: at - 1] if _size(one) >= _size(above)]
        return at - 1 if larger else at
    return at


def _size(piece: Piece) -> float:
    return piece.first.look.size if piece.first.look else 1.0


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
