"""What a page says of the PDF it offers; one query, and none of the PDF's own work."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tomoni.guidelines.models import Edition, GuidelinePage, PdfFile, PdfKind, PdfState
from tomoni.guidelines.printing import library
from tomoni.home.frame import SiteFrame
from tomoni.languages import LANGUAGES


@dataclass(frozen=True)
class PdfLink:
    """A link to a PDF; size and pages are known once it has been made."""

    url: str
    language: str
    html_lang: str
    is_offered: bool
    size: int = 0
    pages: int = 0

    @property
    def kind(self) -> str:
        if not self.pages:
            return "PDF"
        return _("PDF, %(number)d pages") % {"number": self.pages}


def pdf_link(
    *,
    document: GuidelinePage,
    frame: SiteFrame,
    edition: Edition | None = None,
    other_edition: Edition | None = None,
) -> PdfLink | None:
    """Return the link to the PDF of a document, of an old edition, or of a comparison of two."""
    base = frame.url_of(document)
    if not base:
        return None
    place, kind = "", PdfKind.DOCUMENT
    if edition is not None and other_edition is not None:
        place, kind = f"compare/{edition.slug}/{other_edition.slug}/", PdfKind.COMPARISON
    elif edition is not None and edition.ended_at is not None:
        place, kind = f"editions/{edition.slug}/", PdfKind.EDITION
    made = (
        PdfFile.objects.filter(
            document=document,
            kind=kind,
            language=frame.code,
            edition=None if kind == PdfKind.DOCUMENT else edition,
            other_edition=other_edition,
            state=PdfState.READY,
        )
        .order_by("-made_at")
        .first()
    )
    own_name = next((one.own_name for one in LANGUAGES if one.code == frame.code), "")
    return PdfLink(
        url=f"{base}{place}document.pdf",
        language=own_name,
        html_lang=frame.html_lang,
        is_offered=library.can_print(),
        size=made.size if made else 0,
        pages=made.pages if made else 0,
    )
