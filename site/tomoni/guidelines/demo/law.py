"""Read the text of an article as it is printed: 項 with their numbers, 号 with marks, finer ones.

市長は、次に掲げる事項を公表する。      the first paragraph has no number …
⑴ 会議の日時                        … its items are marked ⑴ or 一 …
ア 変更したときは、その理由           … and theirs ア
２　前項の規定は、…                  further paragraphs have a full-width number
"""

import re
from collections.abc import Iterable
from typing import Any

from tomoni.guidelines.demo.desk import Desk
from tomoni.home.demo.content.specials import TextError

PARAGRAPH = re.compile(r"^([０-９]+)　(.+)$")
ITEM = re.compile(r"^([⑴-⒇]|[一二三四五六七八九十]+) (.+)$")
SUBITEM = re.compile(r"^([ア-ン]) (.+)$")


def paragraphs(desk: Desk, key: str, lines: Iterable[str]) -> list[dict[str, Any]]:
    """Return the paragraphs of an article as its block stores them."""
    return desk.items(f"{key}.paragraphs", [_stored(desk, key, one) for one in parsed(lines)])


def parsed(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Return the paragraphs with their items; raise `TextError` at an item that belongs to none."""
    found: list[dict[str, Any]] = []
    for line in lines:
        if match := ITEM.match(line):
            _last(found, line)["items"].append({"mark": match[1], "text": match[2], "subitems": []})
        elif match := SUBITEM.match(line):
            items = _last(found, line)["items"]
            _last(items, line)["subitems"].append({"mark": match[1], "text": match[2]})
        else:
            match = PARAGRAPH.match(line)
            number, text = (match[1], match[2]) if match else ("", line)
            found.append({"number": number, "text": text, "items": []})
    return found


def _last(found: list[dict[str, Any]], line: str) -> dict[str, Any]:
    if not found:
        raise TextError(f"Nothing stands above this line for it to belong to: {line}")
    return found[-1]


def _stored(desk: Desk, key: str, paragraph: dict[str, Any]) -> dict[str, Any]:
    place = f"{key}.{paragraph['number'] or '1'}"
    items = [
        {
            "mark": item["mark"],
            "text": desk.prose([item["text"]]),
            "subitems": desk.items(
                f"{place}.{item['mark']}",
                [
                    {"mark": one["mark"], "text": desk.prose([one["text"]])}
                    for one in item["subitems"]
                ],
            ),
        }
        for item in paragraph["items"]
    ]
    return {
        "number": paragraph["number"],
        "text": desk.prose([paragraph["text"]]),
        "items": desk.items(f"{place}.items", items),
    }
