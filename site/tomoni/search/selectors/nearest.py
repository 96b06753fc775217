"""The word that texts or the term base have and that is nearest to one that was typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from tomoni.home.frame import SiteFrame
from tomoni.search.analysis.folding import fold, without_marks
from tomoni.search.analysis.japanese.romaji import kana_of
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.tokens import Tier, Way, Word
from tomoni.search.models import SearchDocument, TermCount
from tomoni.search.selectors.spots import spots_of
from tomoni.search.selectors.terms import lookup
from tomoni.search.stores.choice import embedded
from tomoni.search.stores.protocol import Wanted
from tomoni.search.terms.book import language_of

# The share of a word that must be right, and how much longer or shorter the right one may be.
LEAST_ALIKE = 0.72
OTHER_LENGTH = 2
# So many of the nearest words are looked for in texts.
MOST = 2
SURFACE_TIERS = (Tier.EXACT, Tier.WORD, Tier.READING)
MARKS = "".join(tier.value for tier in Tier)


@dataclass(frozen=True)
class Vocabulary:
    """What a language knows beside some pieces of a question.

    `forms` are words of the term base by their folded form; `tokens` those of the index by what
    they say, each with the number of its texts.
    """

    locale: str
    forms: Mapping[str, str]
    tokens: Mapping[str, Mapping[str, int]]

    def nearest(self, piece: str, frame: SiteFrame) -> str:
        """Return the word that was meant as texts or the term base write it; empty if none was."""
        keys = _keys(piece, self.locale)
        if any(key in self.forms for key in keys):
            # What was typed is a word of the term base.
            return ""
        if best := max((one for key in keys for one in _alike(key, self.forms)), default=None):
            return self.forms[best[1]]
        written = (_written(token, self.locale, frame) for token in self._likest(keys))
        return next(filter(None, written), "")

    def _likest(self, keys: Sequence[str]) -> list[str]:
        """Return the tokens that are most alike, the more frequent of equal ones first."""
        starts = {key[:1] for key in keys}
        lengths = [len(key) for key in keys]
        least, most = min(lengths) - OTHER_LENGTH, max(lengths) + OTHER_LENGTH
        tokens = {
            said: held
            for said, held in self.tokens.items()
            if said[:1] in starts and least <= len(said) <= most
        }
        if any(key in tokens for key in keys):
            return []
        found = {one for key in keys for one in _alike(key, tokens)}
        ranked = [
            (-alike, -max(tokens[said].values()), max(tokens[said], key=_surface))
            for alike, said in found
        ]
        return [token for _likeness, _documents, token in sorted(ranked)][:MOST]


def vocabulary_near(pieces: Sequence[str], locale: str) -> Vocabulary:
    """Return the words of a language that may be near to some pieces; one question for all."""
    if not pieces:
        return Vocabulary(locale, {}, {})
    forms = {
        without_marks(fold(said)): form.text
        for concept in lookup().book.concepts
        for form in concept.forms
        if language_of(form.locale) == language_of(locale)
        for said in filter(None, (form.text, form.reading))
    }
    return Vocabulary(locale, forms, _tokens([_keys(piece, locale) for piece in pieces], locale))


def _tokens(asked: Sequence[Sequence[str]], locale: str) -> Mapping[str, Mapping[str, int]]:
    keys = [key for one in asked for key in one]
    starts = {tier.mark(key[:1]) for key in keys for tier in SURFACE_TIERS}
    lengths = [len(key) for key in keys]
    rows = (
        TermCount.objects.filter(
            reduce(or_, (Q(token__startswith=start) for start in sorted(starts))),
            locale=locale,
            documents__gt=0,
        )
        .annotate(length=Length("token"))
        .filter(
            length__gte=min(lengths) - OTHER_LENGTH,
            # The mark of its tier is a sign too.
            length__lte=max(lengths) + OTHER_LENGTH + 1,
        )
    )
    tokens: dict[str, dict[str, int]] = {}
    for token, documents in rows.values_list("token", "documents"):
        tokens.setdefault(token.lstrip(MARKS), {})[token] = documents
    return tokens


def _keys(piece: str, locale: str) -> tuple[str, ...]:
    folded = without_marks(fold(piece))
    kana = kana_of(folded)[:2] if language_of(locale) == "ja" and folded.isascii() else ()
    return (folded, *kana)


def _alike(key: str, choices: Iterable[str]) -> Iterator[tuple[float, str]]:
    found = process.extract(
        key, list(choices), scorer=OSA.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=5
    )
    yield from ((score, choice) for choice, score, _at in found)


def _surface(token: str) -> int:
    """Prefer the token that stands for what is written to the one for a stem or a sound."""
    return [*reversed(SURFACE_TIERS)].index(
        next((tier for tier in SURFACE_TIERS if tier.value and token[0] == tier.value), Tier.WORD)
    )


def _written(token: str, locale: str, frame: SiteFrame) -> str:
    """Return a token as one of the texts writes it that everybody may read now."""
    word = Word(token, (Way(((token,),)),))
    wanted = Wanted(locale, words=(word,), tokens={token: 1.0})
    keys = [one.pk for one in embedded().candidates(wanted, limit=MOST)]
    rows = list(SearchDocument.objects.filter(pk__in=keys))
    readable = spots_of(rows, frame)
    analyser = analyser_for(locale)
    for row in rows:
        texts = (row.title, *(one[name] for one in row.passages for name in ("heading", "text")))
        for text in texts if row.pk in readable else ():
            for place in analyser.places(text):
                if token in place.tokens:
                    return str(text[place.begin : place.end])
    return ""
