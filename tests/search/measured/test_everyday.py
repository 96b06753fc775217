"""Everyday queries find what residents mean by them, and not what only looks like it."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.search.measured.asking import Answer, ask

TABLE = Path(__file__).with_name("everyday.json")


@dataclass(frozen=True)
class Query:
    """A query of a visitor: what must come, how far up at the latest, and what must never come.

    What must come may end with the key of the heading that answers. `missed` says why a query
    fails for now; whoever mends that takes it out.
    """

    kind: str
    locale: str
    asked: str
    finds: tuple[str, ...]
    within: int
    never: tuple[str, ...] = ()
    missed: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.asked} ({self.locale})"


def read_table() -> list[Query]:
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    lists = ("finds", "never")
    return [Query(**{**row, **{key: tuple(row.get(key, ())) for key in lists}}) for row in rows]


QUERIES = read_table()


def is_meant(wanted: str, answer: Answer) -> bool:
    address, _, key = wanted.partition("#")
    return address == answer.address and key in {"", answer.key}


def test_everyday_queries_find_what_is_meant(town: None) -> None:
    answers = {query: ask(query.asked, locale=query.locale) for query in QUERIES}

    failures = {str(one): told for one, came in answers.items() if (told := failure(one, came))}

    missed = {str(query) for query in QUERIES if query.missed}
    assert {name: told for name, told in failures.items() if name not in missed} == {}
    assert missed - failures.keys() == set(), "These are found now: take their “missed” out."


def failure(query: Query, answers: tuple[Answer, ...]) -> str:
    """Say what is wrong with the answers, and what came; nothing where all is right."""
    first = answers[: query.within]
    missing = [one for one in query.finds if not any(is_meant(one, found) for found in first)]
    unwanted = [one for one in query.never if any(is_meant(one, found) for found in answers)]
    if not missing and not unwanted:
        return ""
    came = " ".join(map(str, answers[:10])) or "nothing"
    return f"missing {missing}, unwanted {unwanted}; came: {came}"


def test_everyday_queries_are_of_every_kind() -> None:
    kinds = Counter(query.kind for query in QUERIES)

    assert len(QUERIES) >= 60
    assert len({(query.locale, query.asked) for query in QUERIES}) >= 60
    assert kinds.keys() >= {
        *("kana", "katakana", "half-width katakana", "romaji", "damaged", "okurigana"),
        *("one character", "two characters", "compound", "synonym", "mixed scripts"),
        *("sentence", "easy Japanese", "English", "Portuguese", "Spanish", "Vietnamese"),
        *("Nepali", "Chinese", "Korean", "Indonesian", "Filipino"),
    }
