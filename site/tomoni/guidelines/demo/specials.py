"""Give a sense to the special blocks of the demo texts: each kind's parts, facts and records.

:: figure KEY | number | title          picture:, source:; the text is the long description
:: history KEY | title                  | day or words | kind | what happened
:: article KEY | 第１条 | 趣旨            text as `law.py` reads it
:: supplement KEY | 附　則               effective:, lapses:, condition:; text as above
:: roster KEY | title                   retention:, consented:; | group | name | from | remark
:: contact KEY                          section:; the text is a remark
:: survey KEY | question                value: 64 %, n:, asked:, asked_text:, source:
                                        the text sums it up; | label | number
:: terms KEY | title                    - word | reading | other forms; the text defines it
:: domains KEY | title                  - letter | name; rule:, result:, collaboration:
:: forms KEY | title                    - name | domains; idea:, effect:, caution:, examples:
:: principles KEY | title               - name; the text says it
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tomoni.guidelines.demo import law
from tomoni.guidelines.demo.desk import Desk
from tomoni.home.demo.content.specials import Special, TextError

DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
Value = dict[str, Any]  # as the block stores it


def value_of(desk: Desk, block: Special) -> Value:
    """Return what the block stores; raise `TextError` where its kind is none of ours."""
    build = KINDS.get(block.kind)
    if build is None:
        raise TextError(f"There is no block “{block.kind}”, only {', '.join(sorted(KINDS))}.")
    return build(desk, block)


def figure(desk: Desk, block: Special) -> Value:
    name = block.fact("picture")
    return {
        "number": block.part(0),
        "title": block.part(1),
        "image": desk.picture(name) if name else None,
        "description": desk.prose(block.texts),
        "source": block.fact("source"),
        "to_be_redrawn": False,
    }


def history(desk: Desk, block: Special) -> Value:
    rows = [
        {
            "date": when if DAY.match(when) else None,
            "date_text": "" if DAY.match(when) else when,
            "kind": kind,
            "content": said,
        }
        for when, kind, said in block.rows
    ]
    return {"title": block.part(0), "rows": desk.items(f"{block.key}.rows", rows)}


def article(desk: Desk, block: Special) -> Value:
    return {
        "number": block.part(0),
        "caption": block.part(1),
        "paragraphs": law.paragraphs(desk, block.key, block.texts),
    }


def supplement(desk: Desk, block: Special) -> Value:
    return {
        "title": block.part(0),
        "effective_on": day(block.fact("effective")),
        "lapses_on": day(block.fact("lapses")),
        "lapse_condition": block.fact("condition"),
        "paragraphs": law.paragraphs(desk, block.key, block.texts),
    }


def roster(desk: Desk, block: Special) -> Value:
    names = ("category", "name", "affiliation", "note")
    members = [
        dict(zip(names, (*row, "", "", "")[: len(names)], strict=True)) for row in block.rows
    ]
    return {
        "title": block.part(0),
        "members": desk.items(f"{block.key}.members", members),
        "retention_until": day(block.fact("retention")),
        "consented": block.fact("consented") == "yes",
    }


def contact(desk: Desk, block: Special) -> Value:
    name = block.fact("section")
    return {"section": desk.section(name) if name else None, "note": "".join(block.texts)}


def survey(desk: Desk, block: Special) -> Value:
    value, _space, unit = block.fact("value").partition(" ")
    series = [{"label": label, "value": float(number)} for label, number in block.rows]
    return {
        "question": block.part(0),
        "value": value,
        "unit": unit,
        "n": int(block.fact("n")) if block.fact("n") else None,
        "asked_on": day(block.fact("asked")),
        "asked_text": block.fact("asked_text"),
        "source": block.fact("source"),
        "summary": "".join(block.texts),
        "series": desk.items(f"{block.key}.series", series),
    }


def terms(desk: Desk, block: Special) -> Value:
    entries = [
        {
            "word": one.part(0),
            "reading": one.part(1),
            "forms": desk.items(f"{block.key}.forms{number}", listed(one.part(2))),
            "definition": desk.prose(one.texts),
        }
        for number, one in enumerate(block.records, start=1)
    ]
    return {"title": block.part(0), "terms": desk.items(f"{block.key}.terms", entries)}


def domains(desk: Desk, block: Special) -> Value:
    entries = [
        {
            "letter": one.part(0),
            "name": one.part(1),
            "description": "".join(one.texts),
            "rule": one.fact("rule"),
            "result_owner": one.fact("result"),
            "is_collaboration": one.fact("collaboration") == "yes",
        }
        for one in block.records
    ]
    return {"title": block.part(0), "domains": desk.items(f"{block.key}.domains", entries)}


def forms(desk: Desk, block: Special) -> Value:
    entries = [
        {
            "name": one.part(0),
            **{name: one.fact(name) for name in ("idea", "effect", "caution", "examples")},
            "domains": desk.items(f"{block.key}.domains{number}", listed(one.part(1))),
        }
        for number, one in enumerate(block.records, start=1)
    ]
    return {"title": block.part(0), "forms": desk.items(f"{block.key}.forms", entries)}


def principles(desk: Desk, block: Special) -> Value:
    entries = [{"name": one.part(0), "text": "".join(one.texts)} for one in block.records]
    return {"title": block.part(0), "principles": desk.items(f"{block.key}.principles", entries)}


def day(written: str) -> str | None:
    """Return the day as it is stored, or nothing; raise `ValueError` where there is no such day."""
    return date.fromisoformat(written).isoformat() if written else None


def listed(written: str) -> list[str]:
    """Return the words between commas, Japanese or not."""
    return [word for word in re.split(r"[、,]\s*", written) if word]


KINDS: dict[str, Callable[[Desk, Special], Value]] = {
    "figure": figure,
    "history": history,
    "article": article,
    "supplement": supplement,
    "roster": roster,
    "contact": contact,
    "survey": survey,
    "terms": terms,
    "domains": domains,
    "forms": forms,
    "principles": principles,
}
