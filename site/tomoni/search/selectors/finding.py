"""Find: the visitor's language first, then Japanese, counted and filtered together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator

from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.models import HomePage
from tomoni.languages import html_lang_of
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.marking import marker_of
from tomoni.search.queries import Asked
from tomoni.search.selectors.correcting import Correction, correction
from tomoni.search.selectors.facets import Filter, filters
from tomoni.search.selectors.grouping import Group, first_of_each, groups
from tomoni.search.selectors.matching import Answers, Question, answer, behind
from tomoni.search.selectors.narrowing import Narrowing, narrowing
from tomoni.search.selectors.results import Hit, Result, hit_of, results
from tomoni.search.selectors.understanding import understand
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

    Where they are wanted by kind, `groups` holds them and the page is the only one. `ignored` are
    words that carry no meaning, `also` other words that were searched by language. `unfiltered`
    is how many there are without any filter. `correction` and `contact`, the section to ask, are
    for where no text has all the words.
    """

    page: PageOfResults
    own: tuple[Result, ...]
    japanese: tuple[Result, ...]
    own_count: int
    japanese_count: int
    unfiltered: int = 0
    filters: tuple[Filter, ...] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    groups: tuple[Group, ...] = ()
    also: tuple[Also, ...] = ()
    correction: Correction | None = None
    ignored: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    contact: SectionCard | None = None
    answers: Mapping[str, Answers] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return self.own_count + self.japanese_count

    @property
    def is_partial(self) -> bool:
        """Whether no text has all the words."""
        best = [one.first for one in self.answers.values() if one.first]
        return bool(best) and all(hit.lacks for first in best for hit in first)


def find(*, asked: Asked, frame: SiteFrame) -> Found:
    """Return a page of results; the number of questions to the database does not grow.

    What lies in a language without a live front page has an address that answers 404, so only
    the frame's languages are searched.
    """
    offered = {locale.code for locale in frame.locales}
    wanted = [
        code for code in dict.fromkeys((frame.code, settings.LANGUAGE_CODE)) if code in offered
    ]
    questions = understand(asked, languages=wanted)
    answers = {locale: answer(question, answering()) for locale, question in questions.items()}
    counts = sum((Counter(one.counts) for one in answers.values()), Counter[int]())
    shown = filters(counts, asked.chosen, code=frame.code) if counts or asked.chosen else ()
    total = sum(one.total for one in answers.values())
    page = Paginator(range(total), PER_PAGE).get_page("1" if asked.by_kind else asked.page)
    markers = {
        locale: marker_of(analyser_for(locale), question.reading)
        for locale, question in questions.items()
    }
    hits = first_of_each(answers) if asked.by_kind else _hits(answers, page)
    found = results(hits, markers=markers, frame=frame)
    own = questions.get(frame.code) or next(iter(questions.values()), None)
    listed = () if asked.by_kind else found
    return _helped(
        Found(
            page=page,
            own=tuple(one for one in listed if one.locale == frame.code),
            japanese=tuple(one for one in listed if one.locale != frame.code),
            own_count=answers[frame.code].total if frame.code in answers else 0,
            japanese_count=sum(one.total for code, one in answers.items() if code != frame.code),
            unfiltered=counts.total(),
            filters=shown,
            narrowing=narrowing(asked, shown, counts),
            groups=groups(found, asked, shown) if asked.by_kind else (),
            also=tuple(Also(html_lang_of(c), one.also) for c, one in questions.items() if one.also),
            ignored=own.reading.ignored if own else (),
            words=tuple(word.text for word in own.reading.words) if own else (),
            answers=answers,
        ),
        asked=asked,
        questions=questions,
        frame=frame,
    )


def _helped(
    found: Found, *, asked: Asked, questions: Mapping[str, Question], frame: SiteFrame
) -> Found:
    """Add what else to try where no text has all the words."""
    if found.unfiltered and not found.is_partial:
        return found
    best = [one.first[0] for one in found.answers.values() if one.first]
    lacking = best[0].lacks if best else ()
    return replace(
        found,
        correction=correction(asked, questions.values(), lacking=lacking, frame=frame)
        if found.words
        else None,
        contact=contact(frame=frame) if found.words and not found.count else None,
    )


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
