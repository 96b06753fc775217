"""Find: the visitor's language first, then Japanese, counted and filtered together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator

from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.models import HomePage
from tomoni.languages import html_lang_of
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.marking import Marker, marker_of
from tomoni.search.queries import Asked
from tomoni.search.selectors.correcting import Correction, correction
from tomoni.search.selectors.facets import Filter, filters
from tomoni.search.selectors.grouping import Group, first_of_each, groups
from tomoni.search.selectors.matching import Answers, Question, answer, behind, is_partial
from tomoni.search.selectors.narrowing import Narrowing, narrowing
from tomoni.search.selectors.results import Hit, Result, hit_of, results
from tomoni.search.selectors.understanding import languages_for, understand
from tomoni.search.stores.choice import answering

PER_PAGE = 10


@dataclass(frozen=True)
class Also:
    """Other words for what was asked, in one language."""

    html_lang: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One page of results: those in the visitor's language, then those in Japanese.

    `questions` and `answers` are by language, the visitor's first; `code` is theirs. Where results
    are wanted by kind, `groups` holds them, the page is the only one and `shown` is empty.
    `correction` and `contact`, the section to ask, are for where no text has all the words.
    """

    code: str
    page: PageOfResults
    questions: Mapping[str, Question]
    answers: Mapping[str, Answers]
    shown: tuple[Result, ...] = ()
    groups: tuple[Group, ...] = ()
    filters: tuple[Filter, ...] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    correction: Correction | None = None
    contact: SectionCard | None = None

    @property
    def own(self) -> tuple[Result, ...]:
        return tuple(one for one in self.shown if one.locale == self.code)

    @property
    def japanese(self) -> tuple[Result, ...]:
        return tuple(one for one in self.shown if one.locale != self.code)

    @property
    def count(self) -> int:
        return sum(one.total for one in self.answers.values())

    @property
    def japanese_count(self) -> int:
        return sum(one.total for code, one in self.answers.items() if code != self.code)

    @property
    def unfiltered(self) -> int:
        """How many there are without any filter."""
        return sum(_counts(self.answers).values())

    @property
    def also(self) -> tuple[Also, ...]:
        """Other words that were searched, by language."""
        said = ((html_lang_of(code), one.also) for code, one in self.questions.items())
        return tuple(Also(html_lang, words) for html_lang, words in said if words)

    @property
    def has_words(self) -> bool:
        """Whether anything that was typed carries meaning to the visitor."""
        own = next(iter(self.questions.values()), None)
        return own is not None and bool(own.reading.words)

    @property
    def is_partial(self) -> bool:
        return is_partial(self.answers.values())


def find(*, asked: Asked, frame: SiteFrame) -> Found:
    """Return a page of results; the number of questions to the database does not grow."""
    questions = understand(asked, languages=languages_for(frame))
    answers = {locale: answer(question, answering()) for locale, question in questions.items()}
    counts = _counts(answers)
    choices = filters(counts, asked.chosen, code=frame.code) if counts or asked.chosen else ()
    total = sum(one.total for one in answers.values())
    page = Paginator(range(total), PER_PAGE).get_page("1" if asked.by_kind else asked.page)
    hits = first_of_each(answers) if asked.by_kind else _hits(answers, page)
    shown = results(hits, markers=_markers(questions), frame=frame)
    found = Found(
        code=frame.code,
        page=page,
        questions=questions,
        answers=answers,
        shown=() if asked.by_kind else shown,
        groups=groups(shown, asked, choices) if asked.by_kind else (),
        filters=choices,
        narrowing=narrowing(asked, choices, counts),
    )
    is_answered = counts and not found.is_partial
    return (
        _helped(found, asked=asked, frame=frame) if found.has_words and not is_answered else found
    )


def _helped(found: Found, *, asked: Asked, frame: SiteFrame) -> Found:
    """Add what else to try where no text has all the words."""
    best = next((one.first[0] for one in found.answers.values() if one.first), None)
    lacking = best.lacks if best else ()
    return replace(
        found,
        correction=correction(asked, found.questions.values(), lacking=lacking, frame=frame),
        contact=None if found.count else contact(frame=frame),
    )


def _counts(answers: Mapping[str, Answers]) -> Counter[int]:
    return sum((Counter(one.counts) for one in answers.values()), Counter[int]())


def _markers(questions: Mapping[str, Question]) -> dict[str, Marker]:
    return {
        locale: marker_of(analyser_for(locale), question.reading)
        for locale, question in questions.items()
    }


def contact(*, frame: SiteFrame) -> SectionCard | None:
    """Return the section that answers for the front page: whom to ask where nothing was found."""
    if frame.locale is None:
        return None
    home = HomePage.objects.filter(pk=frame.locale.home_id)
    return frame.sections.get(home.values_list("section_id", flat=True).first() or 0)


def _hits(answers: Mapping[str, Answers], page: PageOfResults) -> list[Hit]:
    """Return the hits of one page, which may begin in one language and end in the other."""
    hits: list[Hit] = []
    start = max(0, page.start_index() - 1)
    for locale, one in answers.items():
        left = PER_PAGE - len(hits)
        if left > 0 and start < one.total:
            hits += _slice(locale, one, start=start, limit=min(left, one.total - start))
        start = max(0, start - one.total)
    return hits


def _slice(locale: str, answers: Answers, *, start: int, limit: int) -> Sequence[Hit]:
    ranked = [hit_of(one, locale) for one in answers.first[start : start + limit]]
    rest = limit - len(ranked)
    if rest <= 0:
        return ranked
    offset = max(start, len(answers.first))
    more = behind(answers, answering(), offset=offset, limit=rest)
    return [*ranked, *(Hit(one.pk, locale, distance=one.distance) for one in more)]
