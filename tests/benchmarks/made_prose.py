"""Pages as a town hall writes them, for benchmarks: real words, no two sentences alike."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from uuid import UUID

from tests.benchmarks.made_titles import JAPANESE

PLACES = "東西南北上中下大小新古山川田野原沢村井木林森池島崎浜松竹梅桜藤栗柿石岩金銀白黒青赤"
VERBS = """
受け付けます 行います 支援します 募集します 開きます 配ります 集めます 貸し出します 知らせます
変わります 始まります 終わります 申し込めます 使えます 届け出てください 持ってきてください
ご覧ください お尋ねください 予約できます 無料です 必要です 休みです
"""
PLACE_ENDS = ("地区", "町", "公民館", "集会所", "小学校", "駅")
SENTENCES = 5
SECTIONS = 40


def section(number: int) -> str:
    """Return the key of a section in charge."""
    return str(UUID(int=number))


@dataclass(frozen=True)
class Prose:
    """A made-up page of some 200 signs."""

    title: str
    passages: tuple[tuple[str, str], ...]
    section: str


class MadeProse:
    """Writes pages, the same each time; the first words of the list are the most frequent."""

    def __init__(self) -> None:
        self._chance = random.Random(5)  # noqa: S311
        self._nouns = [word for word in JAPANESE.split() if len(word) > 1]
        self._often = list(accumulate(1 / (rank + 3) for rank in range(len(self._nouns))))
        self._verbs = VERBS.split()

    def pages(self, count: int) -> Iterator[Prose]:
        """Yield pages with two passages under headings and one section of forty."""
        for _number in range(count):
            yield Prose(
                self._noun() + self._noun() + "のお知らせ",
                tuple((self._noun() + "について", self._text()) for _ in range(2)),
                section(min(int(self._chance.paretovariate(0.7)), SECTIONS)),
            )

    def question(self) -> str:
        """Return one to three words that somebody may look for, rarely a place."""
        words = [self._noun() for _ in range(self._chance.choice((1, 1, 2, 2, 3)))]
        if self._chance.random() < 0.2:
            words[0] = self._place()
        return " ".join(words)

    def beginning(self) -> str:
        """Return the first two or three signs of a word."""
        return self._noun()[: self._chance.choice((2, 2, 3))]

    def says_yes(self, share: float) -> bool:
        return self._chance.random() < share

    def _text(self) -> str:
        return "".join(self._sentence() for _ in range(SENTENCES // 2 + 1))

    def _sentence(self) -> str:
        day = f"{self._chance.randint(1, 12)}月{self._chance.randint(1, 28)}日"
        return (
            f"{self._place()}では、{day}から{self._noun()}の{self._noun()}を"
            f"{self._chance.choice(self._verbs)}。"
        )

    def _noun(self) -> str:
        return self._chance.choices(self._nouns, cum_weights=self._often)[0]

    def _place(self) -> str:
        return "".join(self._chance.choices(PLACES, k=2)) + self._chance.choice(PLACE_ENDS)
