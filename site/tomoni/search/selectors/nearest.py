"""The word that texts or the term base have and that is nearest to one that was typed."""

from collections.abc import Iterable, Iterator, Sequence

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


def nearest_word(piece: str, locale: str, frame: SiteFrame) -> str:
    """Return the word that was meant as texts or the term base write it; empty if there is none."""
    keys = _keys(piece, locale)
    said = _from_terms(keys, locale)
    if said is not None:
        return said
    for token in _from_texts(keys, locale):
        if written := _written(token, locale, frame):
            return written
    return ""


def _keys(piece: str, locale: str) -> tuple[str, ...]:
    folded = without_marks(fold(piece))
    kana = kana_of(folded)[:2] if language_of(locale) == "ja" and folded.isascii() else ()
    return (folded, *kana)


def _from_terms(keys: Sequence[str], locale: str) -> str | None:
    """Return the nearest form of the term base; "" where what was typed is one already."""
    forms = {
        without_marks(fold(key)): form.text
        for concept in lookup().book.concepts
        for form in concept.forms
        if language_of(form.locale) == language_of(locale)
        for key in filter(None, (form.text, form.reading))
    }
    if any(key in forms for key in keys):
        return ""
    best = max((one for key in keys for one in _alike(key, forms)), default=None)
    return forms[best[1]] if best else None


def _from_texts(keys: Sequence[str], locale: str) -> list[str]:
    """Return the tokens of the index that are most alike, the more frequent of equal ones first."""
    starts = Q()
    for key in keys:
        for tier in SURFACE_TIERS:
            starts |= Q(token__startswith=tier.mark(key[:1]))
    longest, shortest = max(map(len, keys)), min(map(len, keys))
    rows = (
        TermCount.objects.filter(starts, locale=locale, documents__gt=0)
        .annotate(length=Length("token"))
        .filter(
            length__gte=shortest - OTHER_LENGTH,
            # The mark of its tier is a sign too.
            length__lte=longest + OTHER_LENGTH + 1,
        )
    )
    tokens: dict[str, dict[str, int]] = {}
    for token, documents in rows.values_list("token", "documents"):
        tokens.setdefault(token.lstrip(MARKS), {})[token] = documents
    if any(key in tokens for key in keys):
        return []
    found = sorted({one for key in keys for one in _alike(key, tokens)}, reverse=True)
    ranked = [
        (-alike, -max(tokens[plain].values()), max(tokens[plain], key=_surface))
        for alike, plain in found
    ]
    return [token for _alike_, _documents, token in sorted(ranked)][:MOST]


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
