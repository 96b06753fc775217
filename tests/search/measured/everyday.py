"""Read the table of everyday queries, and judge what a query found."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.search.measured.asking import Answer

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


def failure(query: Query, answers: tuple[Answer, ...]) -> str:
    """Say what is wrong with the answers, and what came; nothing where all is right."""
    first = answers[: query.within]
    missing = [one for one in query.finds if not any(is_meant(one, found) for found in first)]
    unwanted = [one for one in query.never if any(is_meant(one, found) for found in answers)]
    if not missing and not unwanted:
        return ""
    came = " ".join(map(str, answers[:10])) or "nothing"
    return f"missing {missing}, unwanted {unwanted}; came: {came}"
