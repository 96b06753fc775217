"""Questions and their answers: Q1 with A, and 問 with 答, which have no numbers."""

import re
from itertools import pairwise

from .numbering import Marker
from .pieces import Piece

_GAP = r"[ \t\u3000.．:：]+"
_QUESTION = re.compile(rf"(?P<sign>[QＱ問]){_GAP}(?=\S)")
_ANSWER = re.compile(rf"[AＡ答]{_GAP}\S")
_RANK = 85  # below all marks: a question stands under whatever is open


def ask(pieces: list[Piece]) -> None:
    """Take a question without a number for a title where its answer stands right below."""
    for question, answer in pairwise(pieces):
        found = _QUESTION.match(question.first.text)
        if found and _ANSWER.match(answer.first.text) and question.kind in ("text", "candidate"):
            sign = found["sign"]
            if not question.mark:
                question.text = question.text[found.end() :]
            question.kind, question.sign = "candidate", sign
            question.mark = Marker("asked", 0, sign, _RANK)
            question.tags |= {"heading", "asked"}
            if answer.mark:
                answer.tags |= {"list", "answer"}


def answer(pieces: list[Piece]) -> None:
    """Take the A under each question for what it is, and not for the first of A, B, C."""
    for question, piece in pairwise(pieces):
        asked = question.mark and question.mark.scheme == "question"
        if asked and piece.mark and piece.mark.scheme == "latin A" and piece.mark.ordinal == 1:
            piece.tags |= {"list", "answer"}
