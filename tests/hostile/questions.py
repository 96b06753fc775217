"""Questions that no resident asks: whatever a store, a parser or a page may trip on."""

from collections.abc import Iterator
from urllib.parse import quote_from_bytes

SIGNS = (
    *"\"'`()[]{}*:^-+!&|\\/~?<>=,;%_#@$.", "…", "「", "〜", "・", "／", "＊",
)  # fmt: skip
PLACES = ("{0}", "ごみ{0}", "{0}ごみ", "ごみ {0} 袋", "{0}" * 8 + "ごみ" + "{0}" * 3)

# What the stores' own languages read as commands, and what is unfinished in them.
OPERATORS = (
    "AND", "OR", "NOT", "NEAR", "ごみ AND", "AND ごみ", "NOT ごみ", "ごみ OR NOT 袋",
    "ごみ AND NOT", "NEAR(", "NEAR(ごみ", "NEAR(ごみ 袋, 5)", "NEAR(ごみ 袋, -1)",
    "ごみ NEAR/3 袋", "title:ごみ", "{title body}:ごみ", "-title:ごみ", "^ごみ", "ごみ*",
    '"ごみ" *', '"ごみ" + "袋"', '"ごみ', '""""', "rank:ごみ", "rowid:1", "tokens MATCH 'ごみ'",
    "ごみ:*", "ごみ:A", "ごみ:*ABCD", "<->", "ごみ <-> 袋", "ごみ<2>袋", "<99999>", "!ごみ",
    "!!", "ごみ & | 袋", "'ごみ'", "ごみ''", "'ごみ':1A,2", "\\'ごみ\\'", "ごみ & !(袋 | <->)",
    "+ごみ -袋", "ごみ^2", "ごみ^1e999", "ごみ~", "ごみ~99", '"ごみ 袋"~5', "[a TO b]",
    "{* TO *}", "[ごみ TO", "*:*", "_exists_:title", "/ごみ.*/", "/(/", "ご?み", "locale:ja",
    "title:(ごみ AND", "&& ||", ">=5", "!20!", "!3000!", "!!20!!", "¶", "¶ごみ", "ごみ ¶ 袋",
    "ʳゴミ", "ˣgomi",
)  # fmt: skip
PROGRAMS = (
    "'; DROP TABLE tomoni_search_storedtext; --", "' OR '1'='1", "1) UNION SELECT 1--",
    "%' ESCAPE '", "$1", "$$ごみ$$", ":1", ":name", "?", "%s", "%(q)s", "%d%n%x", "{}", "{0}",
    "{query}", "${7*7}", "{{ 7*7 }}", "{% debug %}", "{% load x %}", "#{7*7}",
    "${jndi:ldap://x}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>', "</title><b>", "javascript:alert(1)", "<!--", "]]>", "<![CDATA[",
    "&lt;", "&#0;", "&amp;amp;", '{"query":{"match_all":{}}}', '{"a":', "[]", '["ごみ"]',
    "null", "true", "NaN", "undefined", "../../etc/passwd", "C:\\x", "file:///etc/passwd",
    "$(id)", "`id`", "| ls", "a\r\nSet-Cookie: x=1", "a\nb", "\tごみ\t", "__class__", "\\u3042",
    "\\x00", "\\", "\\\\\\", "(a+)+$", "(.*)*b", "[", "[^", "(?P<x", "(?<=", "^$", "\\d+\\",
    "*+?",
)  # fmt: skip
NUMBERS = (
    "0", "-0", "1e999", "-1e999", "1e-999", "Infinity", "9" * 30, "9" * 200, "1_000", "0x10",
    "１２３", "٣", "Ⅷ", "①", "²", "½", "第九九九九九九九九九条", "令和元年", "令和９９９９年",
    "2026-02-31", "99:99", "〒999-9999", "+81-00", "1,2,3,4,5,6,7,8,9", "1/0", "兆京垓",
)  # fmt: skip
LETTERS = (
    "\u3000", "\u3000" * 100, " \u3000 \t ", "\u00a0", "\u2028", "\u2029", "\u0085", "\x0b\x0c",
    "\x1c\x1f", "\u200b", "ご\u200bみ", "\u200b" * 200, "\u200d", "\u2060", "\ufeff",
    "ご\ufeffみ", "\u00ad", "\u180e", "\u202e", "\u202eごみ", "\u202d\u202c", "\u2066ごみ",
    "\u200fごみ", "\u061c", "\u2069" * 9, "\u0301", "e" + "\u0301" * 150, "か\u3099",
    "は\u309a", "か" + "\u3099" * 150, "\u3099", "ﾞ", "ﾟﾟﾟ", "ｶﾞ", "ｺﾞﾐ", "ﾞｺﾞﾐ", "ｶﾞ" * 100,
    "ﾊﾟ" * 66 + "ﾊ", "ｰ", "ー" * 200, "ー", "〜〜〜", "ゝゞヽヾ", "々", "々々々", "ヿ", "㍿",
    "㌔" * 50, "ﷺ", "ﷺ" * 200, "ŉ", "ß", "İ", "ıİiI", "ǅ", "ﬁ", "ﬃ" * 66, "Å", "Ω", "K", "đ",
    "Đăng", "फोहोर", "\u093f", "क\u094d", "क\u094d\u200dष", "ᄀ", "ᄀ" * 200, "\u1161",
    "가\u11a8", "각각각", "ᄒ\u119e\u11ab", "🏠", "👨\u200d👩\u200d👧\u200d👦", "👨\u200d" * 66,
    "🇯🇵", "🇯", "👍🏽", "🏴\U000e0067\U000e007f", "1\ufe0f\u20e3", "\ufe0f", "葛\U000e0100",
    "辻\U000e0101", "𠮷", "𠮷野家", "𠀋" * 100, "\U0010ffff", "\U0010fffe", "\ufffe", "\uffff",
    "\ufffd", "\ufffd" * 99, "\ue000", "\ufdd0", "\ufff9a\ufffab\ufffb", "\x01", "\x08",
    "\x1b[31m", "\x7f", "\x80", "\x9f", "ゟ", "〼", "〆", "仝", "゛", "゜", "ﾠ", "ㅤ", "⠀",
    "𝒢𝑜𝓂𝒾", "𝟘", "ⓖⓞⓜⓘ", "Ｇｏｍｉ", "gоmі", "Ꮿ",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳",
)  # fmt: skip
LONG = (
    "a" * 10_000, "ご" * 10_000, "ゴ" * 10_000, "漢" * 10_000, " " * 10_000, "\u3000" * 10_000,
    '"' * 10_000, "(" * 10_000, "*" * 10_000, "-" * 10_000, "9" * 10_000, "🏠" * 2_500,
    "é" * 5_000, "ごみ " * 2_500, "a b " * 2_500, "NOT " * 2_500, "a OR " * 2_000,
    "\U0010ffff" * 2_500, "が" * 10_000, " ".join(chr(0x4E00 + n) for n in range(2_000)),
    " ".join(f"w{n}" for n in range(2_000)),
    " ".join("あいうえおかきくけこ"[n % 10] for n in range(100)), "ごみの" * 3_000,
    "東京都" * 66, "nn" * 100, "kya" * 66, "n'" * 100, "shi" * 66, "xtsu" * 50, "ee" * 5_000,
    "ab" * 99 + "…", "すもももももももものうち" * 16, "っ" * 200,
    "市民活動団体登録申請書類提出期限" * 12, "А" * 5_000,
)  # fmt: skip
# What is no text at all, as it stands in an address.
BYTES = (
    b"%", b"%%", b"%2", b"%zz", b"%u3042", b"%ED%A0%80", b"%ED%BF%BF", b"a%ED%A0%80b",
    b"%ED%A0%80%ED%B0%80", b"%E3%81%94%ED%A0%80%E3%81%BF", b"%FF%FE", b"%C0%AF", b"%C0%80",
    b"%E3", b"%E3%81", b"%E3%81%94%E3", b"%F4%90%80%80", b"%F8%88%80%80%80", b"%80",
    b"%BF" * 99, b"\xff\xfe", b"\xe3\x81", b"\xed\xa0\x80", b"\xc0\xaf", b"\x80" * 99,
    b"\x93\x8c", b"%93%8C%8B%9E", b"%A4%B4%A4%DF", b"%1B%24B%24%40%1B%28B", b"+", b"+++",
    b"%20", b"%0D%0A", b"%09", b"%2B", b"%26", b"%3D", b"%23", b"%25", b"%2500",
    b"%253Cscript%253E", b"a=b", b"=", b";", b"%C2%85", b"%E2%80%AE", b"%FE%FF%30%54",
    b"\xe3\x81\x94\xe3\x81\xbf", b"%EF%BF%BF", b"%F0%9F", b"%DC%80",
)  # fmt: skip
NUL = (
    b"%00", b"%00%00", b"a%00b", b"%E3%81%94%00%E3%81%BF", b"\x00", b"a\x00b", b"%00%ED%A0%80",
    b"%22%00%22", b"%00" * 200, b"%20%00%20",
)  # fmt: skip


def questions() -> tuple[bytes, ...]:
    """Return all that is sent for `q`, as it stands in an address; none twice."""
    typed = (*_with_signs(), *OPERATORS, *PROGRAMS, *NUMBERS, *LETTERS, *LONG)
    sent = (quote_from_bytes(text.encode()).encode() for text in typed)
    return tuple(dict.fromkeys([*sent, *BYTES, *NUL]))


def _with_signs() -> Iterator[str]:
    yield from (place.format(sign) for sign in SIGNS for place in PLACES)
