"""What a PDF can be of: a document, an old edition of it, or a comparison of two."""

from dataclasses import dataclass
from typing import Protocol

from wagtail.models import Site

from tomoni.guidelines.models import Edition, GuidelinePage, PdfFile, PdfKind
from tomoni.guidelines.printing.comparisons import comparison_subject
from tomoni.guidelines.printing.composing import compose
from tomoni.guidelines.printing.sources import Source, source_of
from tomoni.home.frame import SiteFrame
from tomoni.home.frame_building import build_frame


class Subject(Protocol):
    """Something that can be printed: it knows the key of its file, and composes its HTML."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def size(self) -> int: ...
    def html(self) -> str: ...


@dataclass(frozen=True)
class DocumentSubject:
    """A document as it stands now, or as it stood in an old edition."""

    document: GuidelinePage
    source: Source
    frame: SiteFrame

    @property
    def key(self) -> str:
        return self.source.key

    @property
    def title(self) -> str:
        facts = self.source.facts
        return f"{facts.title}（{facts.edition}）" if facts.edition else facts.title

    @property
    def address(self) -> str:
        return self.source.facts.address

    @property
    def size(self) -> int:
        """Return roughly how many signs it has."""
        return sum(len(str(page.body)) for page in self.source.text.pages)

    def html(self) -> str:
        return compose(document=self.document, source=self.source, frame=self.frame)


def subject_of(
    *,
    document: GuidelinePage,
    frame: SiteFrame,
    kind: PdfKind = PdfKind.DOCUMENT,
    edition: Edition | None = None,
    other_edition: Edition | None = None,
) -> Subject:
    """Return what is to be printed; without an edition, the present one."""
    if edition is not None and other_edition is not None:
        return comparison_subject(document=document, old=edition, new=other_edition, frame=frame)
    if kind == PdfKind.DOCUMENT:
        edition = Edition.objects.filter(document=document, ended_at__isnull=True).first()
    return DocumentSubject(
        document=document,
        source=source_of(document=document, edition=edition, frame=frame),
        frame=frame,
    )


def subject_of_row(row: PdfFile) -> Subject:
    """Return what a row of the queue asks for, as it stands now; nobody's request is at hand."""
    document = row.document
    site = document.get_site() or Site.objects.filter(is_default_site=True).first()
    return subject_of(
        document=document,
        frame=build_frame(site=site, code=row.language),
        kind=PdfKind(row.kind),
        edition=row.edition,
        other_edition=row.other_edition,
    )
