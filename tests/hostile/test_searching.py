"""Hostile questions to each door of the search: never an error of ours, on any store."""

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from django.http import QueryDict
from tests.hostile.questions import NUL, questions
from tests.search.serving import served_by

from tomoni.search.queries import MAX_LENGTH

WANTED = 300
# Who reads Portuguese is also answered in Japanese, so a question meets both ways to read it.
PAGE, JSON, SUGGEST = "/ja/search/", "/pt-br/search/results.json", "/ja/search/suggest"

Answer = tuple[int, dict[str, str], bytes, list[str]]
Send = Callable[[dict], Answer]


class Boxes(HTMLParser):
    """The values of a page's search boxes."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("name") == "q":
            self.values.append(given.get("value"))


def test_there_are_enough_different_questions():
    assert len(set(questions())) == len(questions()) >= WANTED


def test_hostile_question_is_answered_at_each_door(town, send):
    assert list(faults((PAGE, JSON, SUGGEST), send)) == []


# The other doors ask the server nothing more, and would take as long again.
@pytest.mark.elasticsearch
def test_hostile_question_is_answered_by_the_server(town, send, elasticsearch_server):
    with served_by(elasticsearch_server):
        found = list(faults((JSON,), send))

    assert found == []


def faults(doors: tuple[str, ...], send: Send) -> Iterator[str]:
    for question in questions():
        for door in doors:
            query = f"q={question.decode('latin-1')}"
            fault = fault_of(question, door, send({"PATH_INFO": door, "QUERY_STRING": query}))
            if fault:
                yield f"{door}?{query[:80]}: {fault}"


def fault_of(question: bytes, door: str, answer: Answer) -> str:
    """Say what is wrong with an answer, or nothing."""
    status, headers, content, raised = answer
    if raised or status != (400 if question in NUL else 200):
        return f"{status} {raised}"
    if status != 200:
        return ""
    if door != PAGE:
        said = json.loads(content).get("query", shown(question))
        is_right = headers["Content-Type"] == "application/json" and said == shown(question)
        return "" if is_right else f"says {said!r}"
    boxes = Boxes()
    boxes.feed(content.decode())
    return "" if boxes.values == [shown(question)] * 2 else f"boxes hold {boxes.values!r}"


def shown(question: bytes) -> str:
    """Return a question as it comes back: its first signs, on one line."""
    return " ".join(QueryDict(b"q=" + question)["q"][:MAX_LENGTH].split())
