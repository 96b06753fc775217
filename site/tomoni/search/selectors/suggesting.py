"""Suggest how a question may go on: words of the term base, and titles that can be opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from tomoni.home.frame import SiteFrame
from tomoni.languages import html_lang_of, own_name_of
from tomoni.plugins.extensions import Text
from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.openings import Span, opener_for
from tomoni.search.analysis.runs import has_signs, runs
from tomoni.search.queries import clean
from tomoni.search.selectors.beginnings import Typed
from tomoni.search.selectors.findable import findable
from tomoni.search.selectors.suggested_titles import Title, titles
from tomoni.search.selectors.suggested_words import Word, words
from tomoni.search.selectors.understanding import languages_for
from tomoni.search.sources import sources

SHOWN = 8
# Of so many words it is asked whether they would find anything.
MOST_ASKED = 8
# Words may take so many places where there are titles for the others.
MOST_WORDS = 3
LONGEST = 100
MOST_TYPED_WORDS = 4
# Letters that say something, and letters that say something in another language's sounds.
FEWEST_LETTERS, FEWEST_FOREIGN = 2, 3


@dataclass(frozen=True)
class Suggestion:
    """A line below the box: choosing a word asks for it, choosing a title opens its page.

    Every second of `pieces` is what was typed. `language` names the language of what is not in
    the visitor's.
    """

    kind: str
    pieces: tuple[str, ...]
    html_lang: str
    language: str
    label: Text
    url: str

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def suggest(text: str, *, frame: SiteFrame) -> tuple[Suggestion, ...]:
    """Return how what was typed may go on, in the visitor's language, then in Japanese."""
    typed = clean(text[:LONGEST])
    if frame.locale is None or not _says_something(typed):
        return ()
    wanted = languages_for(frame)
    asked = {code: _typed(typed, code, foreign=code != frame.code) for code in wanted}
    shown = titles(asked, typed=typed, frame=frame, limit=SHOWN)
    titled = {fold(title.row.title) for title in shown}
    found = _distinct(words({code: one.whole for code, one in asked.items()}, typed=typed))
    found = [word for word in found if fold(word.text) not in titled][:MOST_ASKED]
    promised = findable([word.text for word in found], languages=wanted)
    found = [word for word in found if word.text in promised]
    return tuple(_arranged(found, shown, frame))[:SHOWN]


def _says_something(typed: str) -> bool:
    """Say whether enough was typed: one sign of a script of words or syllables, or two letters."""
    folded = fold(typed)
    letters = sum(len(run.text) for run in runs(folded))
    return letters >= FEWEST_LETTERS or has_signs(folded)


def _typed(typed: str, locale: str, *, foreign: bool) -> Typed:
    opener = opener_for(locale)
    parts = typed.split()[:MOST_TYPED_WORDS]
    words = tuple(tuple(opener.prefixes(part)) for part in parts) if len(parts) > 1 else ()
    if foreign and typed.isascii() and len(typed) < FEWEST_FOREIGN:
        return Typed(locale, ())
    return Typed(locale, tuple(opener.prefixes(typed)), words if all(words) else ())


def _distinct(found: Sequence[Word]) -> list[Word]:
    """Leave out what another language writes alike: it asks the same, in the visitor's own."""
    kept: dict[str, Word] = {}
    for word in found:
        kept.setdefault(fold(word.text), word)
    return list(kept.values())


def _arranged(
    found: Sequence[Word], shown: Sequence[Title], frame: SiteFrame
) -> Iterator[Suggestion]:
    first = [word for word in found if word.is_first]
    places = max(MOST_WORDS, SHOWN - len(shown))
    yield from (_of_word(word, frame) for word in first[:places])
    yield from _of_titles(shown, frame)
    yield from (_of_word(word, frame) for word in found if not word.is_first)


def _of_word(word: Word, frame: SiteFrame) -> Suggestion:
    return Suggestion(
        kind="word",
        pieces=_pieces(word.text, (word.span,)),
        html_lang=html_lang_of(word.locale),
        language=_named(word.locale, frame),
        label="",
        url=f"{reverse('search')}?{urlencode({'q': word.text})}",
    )


def _of_titles(shown: Sequence[Title], frame: SiteFrame) -> Iterator[Suggestion]:
    labels = {source.name: source.label for source in sources()}
    for title in shown:
        yield Suggestion(
            kind="title",
            pieces=_pieces(title.row.title, title.spans),
            html_lang=html_lang_of(title.row.locale),
            language=_named(title.row.locale, frame),
            label=labels[title.row.source],
            url=title.url,
        )


def _named(locale: str, frame: SiteFrame) -> str:
    return "" if locale == frame.code else own_name_of(locale)


def _pieces(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    pieces: list[str] = []
    done = 0
    for begin, end in spans:
        if begin >= done:
            pieces += text[done:begin], text[begin:end]
            done = end
    return (*pieces, text[done:])
