"""What extraction from a PDF does to signs and spaces, and its mending; every change is counted."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

# Signs that fonts of printed guidelines yield in place of the ordinary one.
_DAMAGE = {"尐": "少"}
# Radical forms without a compatibility mapping in Unicode (CJK Radicals Supplement).
_RADICALS = dict(
    zip(
        "⺠⻑⻄⻘⻩⻫⻭⻁⻝⻤⻨⻲⻯⻆⻣⻡⻎⻏⺅⺡⺾⻌⺮⺯⺼⻖⺩⺭⺣⺘⺹⻍⻔⻗⻬⻞⻟⻢⻥⻦⻧⻱⻳⺟⺫⻀⻂⺬⺨⺌",
        "民長西青黄斉歯虎食鬼麦亀竜角骨首辶阝亻氵艹辶竹糸月阝王礻灬扌耂辶門雨齊食食馬魚鳥鹵亀亀母罒臼衤示犭小",
        strict=True,
    ),
)
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
SIGNS = {**_KANGXI, **_RADICALS, **_DAMAGE, **_INVISIBLE, **_LIGATURES}
_SIGN = re.compile("[" + "".join(map(re.escape, SIGNS)) + "]|[\uff66-\uff9f]+")

_SPACES = re.compile(r"[ \t\u00a0\u3000]+")
_LETTER_SPACED = re.compile(r"[^\x00-\x7f\s・](?:[ \u3000]+[^\x00-\x7f\s・]){1,11}")
_WORD = re.compile(r"[!-~\u00c0-\u024f\uff21-\uff3a\uff41-\uff5a]")
_CLINGING = "「」『』（）〔〕“”‘’、。，．：・"


@dataclass
class Repairs:
    """The tally of repairs: what was written, what stands now, and on which lines."""

    places: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def note(self, before: str, after: str, line: int) -> None:
        """Count one repair."""
        self.places[before, after].append(line)

    def add(self, other: "Repairs") -> None:
        """Take over the tally of a part."""
        for change, lines in other.places.items():
            self.places[change] += lines


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def mend_signs(text: str, line: int, repairs: Repairs) -> str:
    """Put the ordinary sign where extraction left a damaged one."""

    def mended(found: re.Match[str]) -> str:
        # Half-width kana and their voice marks are folded word by word.
        after = SIGNS[found[0]] if found[0] in SIGNS else _normal(found[0])
        repairs.note(found[0], after, line)
        return after

    return _SIGN.sub(mended, text)


def mend_spaces(text: str, line: int, repairs: Repairs, *, prose: bool) -> str:
    """Take out the spaces that extraction put between Japanese signs, keep those of Latin words."""
    if not prose and _LETTER_SPACED.fullmatch(text):
        repairs.note(" ", "", line)
        return _SPACES.sub("", text)

    def mended(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        latin = bool(_WORD.match(before)), bool(_WORD.match(after))
        if all(latin):
            return " "
        ideographic = "\u3000" in found[0]
        if not prose and before in ":;,." and not after.isascii():
            return " "
        clings = before in _CLINGING or after in _CLINGING
        if (prose and not ideographic) or any(latin) or clings:
            repairs.note(" ", "", line)
            return ""
        return "\u3000" if ideographic else " "

    return _SPACES.sub(mended, text.strip())


def joined(first: str, second: str) -> str:
    """Join two printed lines: Latin words with a space, Japanese without."""
    space = first[-1:].isascii() and second[:1].isascii() and first[-1:].isalnum()
    return first + (" " if space and second[:1].isalnum() else "") + second
