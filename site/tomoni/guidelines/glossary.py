"""Explain terms where they stand: the longest first, once a section, never inside a link."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tomoni.guidelines.marks import TAG_OR_TEXT, full_width

_KANJI = "一-鿿々"
_LATIN, _KATAKANA = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９", "ァ-ヴー"
_SPANS = re.compile(r"<(/?)(a|sup|h[1-6])\b", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """A word as one document means it: its other forms, and where it is defined."""

    anchor: str
    word: str
    definition: SafeString
    url: str = ""
    page_id: int = 0
    reading: str = ""
    forms: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.word, *self.forms)


@dataclass(frozen=True)
class Glossary:
    """The terms of one document; inside `names`, such as the town's own, nothing is explained."""

    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def by_anchor(self) -> dict[str, Term]:
        return {term.anchor: term for term in self.terms}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        # On a tie the term that is defined first counts.
        spelt = [
            (spelling, number)
            for number, term in enumerate(self.terms)
            for spelling in term.spellings
            if spelling.strip()
        ]
        if not spelt:
            return None
        spelt += [(name, -1) for name in self.names if name.strip()]
        spelt.sort(key=lambda one: -len(one[0]))
        return re.compile(
            "|".join(
                f"(?P<t{n}_{k}>{_spelling(text)})" if n >= 0 else re.escape(text)
                for k, (text, n) in enumerate(spelt)
            )
        )

    def explain(
        self, html: str, *, seen: set[str], here: Collection[int] = (), but: str = ""
    ) -> tuple[str, tuple[Term, ...]]:
        """Return the HTML with each term that is not in `seen` led to its definition, and those.

        `here` holds the pages that the reader has before them, `but` the anchor of the term that
        the text itself defines.
        """
        if self._pattern is None:
            return html, ()
        found: list[Term] = []
        pieces: list[str] = []
        depth = 0
        for token in TAG_OR_TEXT.finditer(html):
            piece = token.group()
            span = _SPANS.match(piece)
            if span:
                depth += -1 if span[1] else 1
            elif depth <= 0 and not piece.startswith(("<", "&")):
                piece = self._pattern.sub(
                    lambda one: self._told(one, seen, found, here, but), piece
                )
            pieces.append(piece)
        return "".join(pieces), tuple(found)

    def _told(
        self,
        match: re.Match[str],
        seen: set[str],
        found: list[Term],
        here: Collection[int],
        but: str,
    ) -> str:
        if match.lastgroup is None:
            return match.group()
        term = self.terms[int(str(match.lastgroup)[1:].split("_")[0])]
        if term.anchor in seen or term.anchor == but:
            return match.group()
        seen.add(term.anchor)
        found.append(term)
        return term_link(term, match.group(), is_here=term.page_id in here)


NO_TERMS = Glossary()


def term_link(term: Term, words: str, *, is_here: bool) -> str:
    """Return a link to a term's definition, tied to its words for readers' voices and previews."""
    return format_html(
        '<a class="term" href="{}" aria-describedby="{}">{}</a>',
        f"#{term.anchor}" if is_here else term.url,
        definition_id(term.anchor),
        mark_safe(words),
    )


def definition_id(anchor: str) -> str:
    """Return the id of the definition itself, which stands once on each page that uses it."""
    return f"d{anchor}"


def distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(terms))


def _spelling(text: str) -> str:
    """Return a pattern for a spelling in half and full width, not within a longer word."""
    signs = "".join(
        f"[{re.escape(char)}{re.escape(full_width(char))}]"
        if "!" <= char <= "~"
        else re.escape(char)
        for char in text
    )
    before = after = ""
    if len(text) == 1 and re.match(f"[{_KANJI}]", text):
        # 市 is a word of its own, and a part of many others.
        return f"(?<![{_KANJI}]){signs}(?![{_KANJI}])"
    for kind in (_LATIN, _KATAKANA):
        if re.match(f"[{kind}]", text[0]):
            before = f"(?<![{kind}])"
        if re.match(f"[{kind}]", text[-1]):
            after = f"(?![{kind}])"
    return f"{before}{signs}{after}"
