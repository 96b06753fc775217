"""The findings of a page and of the rest of its document, as the panel and the report show them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from tomoni.guidelines.checking import Finding, Level, Subject, check_document
from tomoni.guidelines.checking.subjects import subject_of, subjects_of
from tomoni.guidelines.models import GuidelinePage


@dataclass(frozen=True)
class Line:
    """A finding with the place it leads to."""

    finding: Finding
    page_title: str
    url: str


@dataclass(frozen=True)
class PageReport:
    """What was found on this page, and elsewhere in its document."""

    page_id: int
    here: tuple[Line, ...]
    elsewhere: tuple[Line, ...]

    @property
    def count_here(self) -> int:
        """Only what should be mended or looked at is worth a number on the button."""
        return sum(line.finding.level != Level.HINT for line in self.here)


@dataclass(frozen=True)
class DocumentReport:
    """A document in the list of all documents."""

    document: Page
    lines: tuple[Line, ...]

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """How many findings of each level: its name, its label, and the number."""
        found = Counter(line.finding.level for line in self.lines)
        return tuple(
            (level.value, str(level.label), found[level]) for level in Level if found[level]
        )


def report_of(*, page: Page) -> PageReport:
    """Return the findings for the edit view of a document or of one of its chapters."""
    document = page if isinstance(page, GuidelinePage) else page.get_parent()
    lines = lines_of(subject_of(document))
    return PageReport(
        page_id=page.pk,
        here=tuple(line for line in lines if line.finding.page == page.pk),
        elsewhere=tuple(line for line in lines if line.finding.page != page.pk),
    )


def reports_of(*, documents: Sequence[Page]) -> tuple[DocumentReport, ...]:
    """Return the findings of many documents. Three queries, however many there are."""
    subjects = subjects_of(documents)
    return tuple(DocumentReport(one, lines_of(subjects[one.pk])) for one in documents)


def lines_of(subject: Subject) -> tuple[Line, ...]:
    titles = {page.page: page.full_title for page in subject.text.pages}
    return tuple(line_of(one, titles[one.page]) for one in check_document(subject))


def line_of(finding: Finding, title: str) -> Line:
    url = reverse("wagtailadmin_pages:edit", args=[finding.page])
    return Line(finding, title, f"{url}{place_of(finding)}")


def place_of(finding: Finding) -> str:
    """Return the address of a block in Wagtail's form."""
    return f"#block-{finding.block_id}-section" if finding.block_id else ""


def grave(lines: Iterable[Line]) -> bool:
    """Say whether anything should be mended before it is handed in."""
    return any(line.finding.level == Level.ERROR for line in lines)
