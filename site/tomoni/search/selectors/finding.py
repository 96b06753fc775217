"""Read the index: find, rank, and show what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils.safestring import SafeString

from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.models import HomePage
from tomoni.languages import html_lang_of
from tomoni.plugins import Health
from tomoni.plugins.extensions import Text
from tomoni.search.analysis.folding import fold
from tomoni.search.models import IndexingFailure, SearchEntry
from tomoni.search.queries import Query
from tomoni.search.snippets import marked, snippet
from tomoni.search.sources import sources

PER_PAGE = 10


@dataclass(frozen=True)
class Result:
    """A text that was found, ready to be shown."""

    title: SafeString
    snippet: SafeString
    url: str
    kind: Text
    html_lang: str


@dataclass(frozen=True)
class Found:
    """One page of results: those in the visitor's language, then those in Japanese.

    `contact` is the section to ask where nothing was found.
    """

    page: PageOfResults
    own: tuple[Result, ...]
    japanese: tuple[Result, ...]
    own_count: int
    japanese_count: int
    contact: SectionCard | None

    @property
    def count(self) -> int:
        return self.own_count + self.japanese_count


def find(*, query: Query, frame: SiteFrame, page: str) -> Found:
    """Return a page of results; two questions to the database, whatever the size of the index.

    What lies in a language without a live front page has an address that answers 404, so only
    the frame's languages are searched.
    """
    offered = {locale.code for locale in frame.locales}
    labels = {source.name: source.label for source in sources()}
    rows = matching(query=query).filter(
        source__in=labels, locale__in=offered & {frame.code, settings.LANGUAGE_CODE}
    )
    counts = {
        row["locale"]: row["number"]
        for row in rows.values("locale").annotate(number=Count("pk")).order_by()
    }
    paginator = Paginator(ranked(rows, query=query, language=frame.code), PER_PAGE)
    paginator.count = sum(counts.values())
    present = paginator.get_page(page)
    own: list[Result] = []
    japanese: list[Result] = []
    for entry in present:
        group = own if entry.locale == frame.code else japanese
        group.append(_result(entry, query.words, labels))
    return Found(
        page=present,
        own=tuple(own),
        japanese=tuple(japanese),
        own_count=counts.pop(frame.code, 0),
        japanese_count=sum(counts.values()),
        contact=contact(frame=frame) if query.words and not paginator.count else None,
    )


def matching(*, query: Query) -> QuerySet[SearchEntry]:
    """Return the entries in which every word of the query stands; none without a word."""
    if not query.words:
        return SearchEntry.objects.none()
    condition = Q()
    for word in query.words:
        condition &= Q(folded_text__contains=word)
    return SearchEntry.objects.filter(condition)


def ranked(rows: QuerySet[SearchEntry], *, query: Query, language: str) -> QuerySet[SearchEntry]:
    """Sort: the visitor's language first, then titles with more of the words, then the newest."""
    in_title = sum(
        (
            Case(
                When(folded_title__contains=word, then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            )
            for word in query.words
        ),
        start=Value(0),
    )
    foreign = Case(
        When(locale=language, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return rows.annotate(foreign=foreign, in_title=in_title).order_by(
        "foreign", "-in_title", "-dated", "object_key", "order", "pk"
    )


def contact(*, frame: SiteFrame) -> SectionCard | None:
    """Return the section that answers for the front page: whom to ask where nothing was found."""
    if frame.locale is None:
        return None
    home = HomePage.objects.filter(pk=frame.locale.home_id)
    return frame.sections.get(home.values_list("section_id", flat=True).first() or 0)


def ask_index() -> Health:
    """Say what operators should know about the index.

    It is well as long as it can be read: a site whose search finds too little still serves its
    pages, and must not be taken from its residents for that.
    """
    failed = IndexingFailure.objects.count()
    if not SearchEntry.objects.exists() and any(source.has_objects() for source in sources()):
        return Health(ok=True, detail="The index is empty: run tomoni rebuild_search_index.")
    return Health(ok=True, detail=f"{failed} objects could not be indexed" if failed else "")


def _result(entry: SearchEntry, words: Sequence[str], labels: Mapping[str, Text]) -> Result:
    folded = entry.folded_text[len(fold(entry.title)) + 1 :]
    return Result(
        title=marked(entry.title, words),
        snippet=snippet(text=entry.text, folded=folded, words=words),
        url=f"{entry.url}#{entry.anchor}" if entry.anchor else entry.url,
        kind=labels[entry.source],
        html_lang=html_lang_of(entry.locale),
    )
