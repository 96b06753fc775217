"""Two hundred damaged files: the importer reads them or says what is wrong, and loses nothing."""

import random
from pathlib import Path

import pytest

from tomoni.guidelines.importing import GuidelineFileError, account_for, read_guideline
from tomoni.guidelines.importing.names import name_of

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
SIGNS = "第章節条１２①⑴○■※＊*注（）「」。、・　 \n\n\n\f\t…→➝９ページ9.-－ＡアⅠ目次附則http://x\ufeff\u200b⽇尐あ"


def mutated(data: bytes, chance: random.Random) -> bytes:
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(sign if chance.random() > 0.01 else chance.randrange(256) for sign in data)
    text = data.decode("utf-8")
    lines = text.split("\n")
    if kind == 1:
        chance.shuffle(lines)
        return "\n".join(lines).encode()
    if kind == 2:
        kept = [line for line in lines for _ in range(chance.choice((0, 1, 1, 2)))]
        return "\n".join(kept).encode()
    signs = list(text)
    for _ in range(len(signs) // 10):
        signs.insert(chance.randrange(len(signs)), chance.choice(SIGNS))
    return "".join(signs).encode()


@pytest.mark.parametrize("seed", range(200))
def test_damaged_file_is_read_whole_or_answered(seed):
    chance = random.Random(seed)  # noqa: S311 -- damages texts, guards nothing
    data = mutated(chance.choice(READABLE), chance)

    try:
        guideline = read_guideline(data)
    except GuidelineFileError:
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")
        return

    account = account_for(guideline)
    assert (account.lost, account.invented) == ((), ())


def in_utf_8(path: Path) -> bytes:
    return read_guideline(path.read_bytes()).source.encode()


READABLE = [in_utf_8(path) for path in TEXTS]


@pytest.mark.parametrize(
    "text",
    [
        "12\n",
        "http://example.jp/\n",
        "目次\n題……………３\n話……………４\n人……………５\n",
        "\ufeff\u200b。\n",
        "。",
    ],
)
def test_file_with_nothing_but_furniture_gives_an_empty_guideline(text):
    guideline = read_guideline(text.encode())

    account = account_for(guideline)
    assert (guideline.chapters, account.lost, account.invented) == ((), (), ())


def test_file_with_one_sign_is_read():
    guideline = read_guideline("あ".encode())

    assert [block.text for block in guideline.front] == ["あ"]


def test_tail_is_taken_from_titles_but_not_from_whole_pages():
    page = "別表" + "（あ" * 200 + "）"

    assert (name_of("別表第１（第３条関係）"), name_of(page)) == ("別表", "別表" + "あ" * 200)
