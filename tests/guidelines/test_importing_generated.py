"""Guidelines drawn by lot: any schemes, any layout; nearly all headings must come back."""

import random
from dataclasses import dataclass, field

from tomoni.guidelines.importing import account_for, read_guideline

DRAWS = 120
TITLES = [
    "集まる場をつくる", "話し合いの進め方", "費用の分かち合い", "記録と公開", "若い世代との協働",
    "市役所の役割", "団体の役割", "学びの機会", "情報の共有", "見直しの時期", "地区の計画",
    "NPO等との連携", "災害への備え", "外国人住民とともに", "評価のしかた",
]  # fmt: skip
PROSE = [
    (
        "ともに市には山あいの集落と海沿いの町があり、困りごとも願いもさまざまです。"
        "市役所だけでは届かない場所に、住民どうしの支え合いがいつもありました。"
    ),
    (
        "市は、話し合いの記録を十四日以内に公開します。公開できない部分があるときは、"
        "その理由を書き添え、次の会で説明します。"
    ),
    (
        "平成16年1月に始まった制度は、いま 20～30 歳代の人が多く使い、毎年 15 の事業が"
        "生まれています。次の10年に向けて、2025年度からは新しい仕組みに移ります。"
    ),
    (
        "市は、（１）情報の公開、（２）対話、（３）評価の三つを柱とします。"
        "①から③までの順に進め、1つ目が終わらないうちに次へは進みません。"
    ),
    "第３章で述べたとおり、第２回の会議で決めた１２の事業を続けます。",
    (
        "終わった事業は、うまくいかなかった点も含めて冊子に残します。"
        "次に同じ課題へ向き合う人にとって、それがいちばんの近道になるからです。"
    ),
]
# From strong to weak, as documents use them; "" stands for a mark without a number.
SCHEMES = [
    "第１章", "Ⅰ", "第１節", "１", "1.", "(1)", "⑴", "1)", "①", "ア", "■", "●", "【】",
]  # fmt: skip
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
ROWS = {"Ⅰ": "ⅠⅡⅢⅣⅤⅥ", "⑴": "⑴⑵⑶⑷⑸⑹", "①": "①②③④⑤⑥", "ア": "アイウエオカ"}


@dataclass
class Drawn:
    """A text drawn by lot, with the headings put into it."""

    chance: random.Random
    lines: list[str] = field(default_factory=list)
    outline: list[tuple[int, str, str]] = field(default_factory=list)

    def __post_init__(self):
        places = sorted(self.chance.sample(range(len(SCHEMES) - 1), self.chance.choice((2, 3))))
        self.schemes = [SCHEMES[place] for place in places]
        self.width = self.chance.choice((30, 34, 38))
        self.indent = self.chance.choice(("　", ""))
        self.double = self.chance.random() < 0.4
        self.trail = " " if self.double and self.chance.random() < 0.5 else ""
        for number in range(1, self.chance.choice((4, 5, 6))):
            self.section(0, number)

    def section(self, level, number):
        scheme, title = self.schemes[level], self.chance.choice(TITLES)
        row = ROWS.get(scheme)
        written = row[number - 1] if row else scheme.replace("1", str(number))
        written = written if row else written.replace("１", str(number).translate(WIDE))
        self.lines.append(f"{written}　{title}{self.trail}")
        self.outline.append((level + 1, written, title))
        below = level + 1 < len(self.schemes) and self.chance.random() < 0.75
        if not below or self.chance.random() < 0.5:
            self.prose()
        if below:
            for inner in range(1, self.chance.choice((3, 4, 5))):
                self.section(level + 1, inner)

    def prose(self):
        text = self.indent + "".join(self.chance.sample(PROSE, self.chance.choice((1, 2))))
        lines = [text[at : at + self.width] for at in range(0, len(text), self.width)]
        self.lines += [*lines[:-1], lines[-1] + self.trail]

    def text(self):
        step = self.chance.randrange(24, 40)
        pages = [self.lines[at : at + step] for at in range(0, len(self.lines), step)]
        foot = self.chance.choice(("- {} -", "{}", "{}ページ", None))
        between = "\n\n" if self.double else "\n"
        for number, page in enumerate(pages, 1):
            page.extend([foot.format(number)] if foot else [])
        return between.join(between.join(page) for page in pages) + "\n"


def test_headings_of_drawn_guidelines_come_back():
    wanted = found = right = 0

    for seed in range(DRAWS):
        drawn = Drawn(random.Random(seed))  # noqa: S311 -- draws texts, guards nothing
        guideline = read_guideline(drawn.text().encode())
        outline = [(one.level, one.number, one.title) for one in guideline.sections()]
        wanted, found = wanted + len(drawn.outline), found + len(outline)
        right += sum(min(outline.count(one), drawn.outline.count(one)) for one in set(outline))

    assert right / wanted > 0.98
    assert right / found > 0.98


def test_drawn_guidelines_are_accounted_for_to_the_last_sign():
    texts = [Drawn(random.Random(seed)).text() for seed in range(DRAWS)]  # noqa: S311 -- as above

    accounts = [account_for(read_guideline(text.encode())) for text in texts]

    assert [seed for seed, account in enumerate(accounts) if not account.balanced] == []
