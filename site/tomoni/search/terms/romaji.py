"""Read hiragana as the Latin letters that people type: jichikai, kouminkan, kominkan."""

from collections.abc import Iterator

SYLLABLES = {
    kana: latin
    for kanas, latins in (
        ("あ い う え お", "a i u e o"),
        ("か き く け こ が ぎ ぐ げ ご", "ka ki ku ke ko ga gi gu ge go"),
        ("さ し す せ そ ざ じ ず ぜ ぞ", "sa shi su se so za ji zu ze zo"),
        ("た ち つ て と だ ぢ づ で ど", "ta chi tsu te to da ji zu de do"),
        ("な に ぬ ね の は ひ ふ へ ほ", "na ni nu ne no ha hi fu he ho"),
        ("ば び ぶ べ ぼ ぱ ぴ ぷ ぺ ぽ", "ba bi bu be bo pa pi pu pe po"),
        ("ま み む め も や ゆ よ", "ma mi mu me mo ya yu yo"),
        ("ら り る れ ろ わ を ん ゔ", "ra ri ru re ro wa o n vu"),
        ("きゃ きゅ きょ ぎゃ ぎゅ ぎょ", "kya kyu kyo gya gyu gyo"),
        ("しゃ しゅ しょ しぇ じゃ じゅ じょ じぇ", "sha shu sho she ja ju jo je"),
        ("ちゃ ちゅ ちょ ちぇ にゃ にゅ にょ", "cha chu cho che nya nyu nyo"),
        ("ひゃ ひゅ ひょ びゃ びゅ びょ", "hya hyu hyo bya byu byo"),
        ("ぴゃ ぴゅ ぴょ みゃ みゅ みょ", "pya pyu pyo mya myu myo"),
        ("りゃ りゅ りょ てぃ でぃ ふぁ ふぃ", "rya ryu ryo ti di fa fi"),
        ("ふぇ ふぉ うぃ うぇ うぉ とぅ どぅ でゅ", "fe fo wi we wo tu du dyu"),
        ("ぁ ぃ ぅ ぇ ぉ ゃ ゅ ょ", "a i u e o ya yu yo"),
    )
    for kana, latin in zip(kanas.split(), latins.split(), strict=True)
}
SHORTEST = 4
# Long vowels as macron-less Hepburn writes them; ii stays (おにいさん, oniisan).
LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("uu", "u"))


def romaji_of(reading: str) -> frozenset[str]:
    """Return how a reading may be typed, without macrons and spaces; nothing where it is short.

    Two or three letters would be taken for words of other languages.
    """
    spelled = "".join(_syllables(reading))
    if len(spelled) < SHORTEST:
        return frozenset()
    ways = {spelled, _without_long_vowels(spelled)}
    ways |= {_with_m(way) for way in ways}
    return frozenset(ways)


def _syllables(reading: str) -> Iterator[str]:
    index = 0
    last = ""
    while index < len(reading):
        two = reading[index : index + 2]
        kana = two if two in SYLLABLES else reading[index]
        index += len(kana)
        if kana == "っ":
            following = SYLLABLES.get(reading[index : index + 2]) or SYLLABLES.get(
                reading[index : index + 1], ""
            )
            # まっちゃ is matcha.
            last = "t" if following.startswith("ch") else following[:1]
        elif kana == "ー":
            last = last[-1:]
        else:
            last = SYLLABLES.get(kana, "")
        yield last


def _without_long_vowels(spelled: str) -> str:
    for long, short in (*LONG_VOWELS, ("aa", "a"), ("ee", "e")):
        spelled = spelled.replace(long, short)
    return spelled


def _with_m(spelled: str) -> str:
    """Write n before b, m, p as m: shimbun."""
    for sign in "bmp":
        spelled = spelled.replace(f"n{sign}", f"m{sign}")
    return spelled
