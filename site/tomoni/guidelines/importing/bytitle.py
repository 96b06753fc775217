"""References by title: 「電話で」を参照, 資料編３を参照, 景観条例第九条."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .folding import plain
from .pointers import Numbers, Pointer
from .result import Section

_SEE = r"(?:を|も)?(?:併せて|あわせて)?(?:ご?参照|ご覧|お?読み(?:ください)?|見て(?:ください)?)"
_NUMBER = r"[0-9０-９]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[一二三四五六七八九十]{1,3}|[(（][0-9０-９]{1,3}[)）]"
_WORD = "一-龯ァ-ヶー々"
_POINTER = re.compile(
    rf"[「『](?P<quoted>[^「」『』]{{2,40}})[」』]{_SEE}"
    rf"|(?<![{_WORD}])(?P<title>[{_WORD}]{{2,16}}?)の?(?P<step>{_NUMBER})?{_SEE}"
    rf"|(?P<law>[{_WORD}ぁ-ん]{{2,30}}?(?:条例|要綱|要領|規則|規程))"
    r"(?P<article>第[0-9０-９一二三四五六七八九十百]{1,5}条(?:の[0-9０-９一二三四五六七八九十])?)",
)
_LAWS = ("条例", "要綱", "要領", "規則", "規程")
_TAIL = re.compile(r"[（(【][^（）()【】]*[)）】]$")


class Titles:
    """The sections of a document by their titles."""

    def __init__(self, sections: Sequence[Section], numbers: Numbers) -> None:
        self.numbers = numbers
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, section in enumerate(sections):
            self.places[plain(_TAIL.sub("", section.title)) or plain(section.title)].append(at)
        self.places.pop("", None)

    def find(self, text: str, near: int) -> Iterator[Pointer]:
        """Yield the places of a text that name a section by its title, but not their own."""
        for found in _POINTER.finditer(text):
            name = found["quoted"] or found["title"] or found["law"]
            step = found["step"] or found["article"]
            places = self._named(name)
            if step and places:
                target = self.numbers.under(places, step)
            else:
                target = places[0] if places else None
            if target not in (None, near):
                yield Pointer(found.start(), found[0], target)

    def _named(self, name: str) -> list[int]:
        """Find the sections of a title; before the name of a law stand words of the sentence."""
        words = plain(name)
        for cut in range(len(words)):
            if words[cut:] in self.places:
                return self.places[words[cut:]]
            if not words.endswith(_LAWS):
                break
        return []
