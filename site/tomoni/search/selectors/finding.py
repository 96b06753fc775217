"""Find: the visitor's language first, then Japanese, counted and filtered together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator

from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.models import HomePage
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.marking import marker_of
from tomoni.search.queries import Asked
from tomoni.search.selectors.facets import Filter, filters
from tomoni.search.selectors.matching import Answers, answer, behind
from tomoni.search.selectors.results import Hit, Result, results
from tomoni.search.selectors.understanding import understand
from tomoni.search.stores.choice import answering

PER_PAGE = 10


@dataclass(frozen=True)
class Found:
    """One page of results: those in the visitor's language, then those in Japanese.

    `ignored` are words that carry no meaning. `contact` is the section to ask where nothing was
    found.
    """

    page: PageOfResults
    own: tuple[Result, ...]
    japanese: tuple[Result, ...]
    own_count: int
    japanese_count: int
    filters: tuple[Filter, ...] = ()
    ignored: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    contact: SectionCard | None = None
    answers: Mapping[str, Answers] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return self.own_count + self.japanese_count

    @property
    def is_partial(self) -> bool:
        """Whether nothing that is shown has all the words."""
        shown = (*self.own, *self.japanese)
        return bool(shown) and all(result.lacks for result in shown)


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
    total = sum(one.total for one in answers.values())
    paginator = Paginator(range(total), PER_PAGE)
    page = paginator.get_page(asked.page)
    hits = _hits(answers, start=page.start_index() - 1 if total else 0)
    markers = {
        locale: marker_of(analyser_for(locale), question.reading)
        for locale, question in questions.items()
    }
    shown = results(hits, markers=markers, frame=frame)
    counts = sum((Counter(one.counts) for one in answers.values()), Counter())
    own = questions.get(frame.code) or next(iter(questions.values()), None)
    has_words = own is not None and bool(own.reading.words)
    return Found(
        page=page,
        own=tuple(one for one in shown if one.locale == frame.code),
        japanese=tuple(one for one in shown if one.locale != frame.code),
        own_count=answers[frame.code].total if frame.code in answers else 0,
        japanese_count=sum(one.total for code, one in answers.items() if code != frame.code),
        filters=filters(counts, asked.chosen, code=frame.code) if counts or asked.chosen else (),
        ignored=own.reading.ignored if own else (),
        words=tuple(word.text for word in own.reading.words) if own else (),
        contact=contact(frame=frame) if has_words and not total else None,
        answers=answers,
    )


def contact(*, frame: SiteFrame) -> SectionCard | None:
    """Return the section that answers for the front page: whom to ask where nothing was found."""
    if frame.locale is None:
        return None
    home = HomePage.objects.filter(pk=frame.locale.home_id)
    return frame.sections.get(home.values_list("section_id", flat=True).first() or 0)


def _hits(answers: Mapping[str, Answers], *, start: int) -> list[Hit]:
    """Return the hits of one page, which may begin in one language and end in the other."""
    hits: list[Hit] = []
    for locale, one in answers.items():
        left = PER_PAGE - len(hits)
        if left > 0 and start < one.total:
            hits += _slice(locale, one, start=start, limit=min(left, one.total - start))
        start = max(0, start - one.total)
    return hits


def _slice(locale: str, answers: Answers, *, start: int, limit: int) -> Sequence[Hit]:
    ranked = [
        Hit(one.candidate.pk, locale, one.passage, one.lacks, one.candidate.distance)
        for one in answers.first[start : start + limit]
    ]
    rest = limit - len(ranked)
    if rest <= 0:
        return ranked
    offset = max(start, len(answers.first))
    more = behind(answers, answering(), offset=offset, limit=rest)
    return [*ranked, *(Hit(one.pk, locale, distance=one.distance) for one in more)]
