"""The PDF of two editions side by side: 新旧対照表 on paper."""

from dataclasses import asdict, dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tomoni.guidelines import selectors
from tomoni.guidelines.models import Edition, GuidelinePage
from tomoni.guidelines.printing.composing import made_on
from tomoni.guidelines.printing.paper import to_paper
from tomoni.guidelines.printing.sources import Facts, address_of, digest_of, issuer
from tomoni.guidelines.reading_comparisons import editions_between, read_comparison
from tomoni.guidelines.texts import EditionText
from tomoni.home.frame import SiteFrame

TEMPLATE = "tomoni/guidelines/printing/comparison.html"


@dataclass(frozen=True)
class ComparisonSubject:
    """Two editions of a document, to be printed side by side."""

    document: GuidelinePage
    old: Edition
    new: Edition
    between: tuple[Edition, ...]
    texts: tuple[EditionText, EditionText]
    facts: Facts
    frame: SiteFrame

    @property
    def key(self) -> str:
        """Return a digest of both texts and of the reasons; comparing them takes longer."""
        reasons = selectors.reasons_between(self.document, self.between)
        return digest_of(
            {
                "comparison": [text.to_json() for text in self.texts],
                "language": self.frame.code,
                "facts": asdict(self.facts),
                "editions": [(one.label, one.adopted_on) for one in (self.old, self.new)],
                "reasons": [(one.anchor, one.text) for one in reasons],
                "why": [(one.label, one.reason) for one in self.between],
            }
        )

    @property
    def title(self) -> str:
        words = {"title": self.facts.title, "old": self.old.label, "new": self.new.label}
        return _("%(title)s: comparison of %(old)s and %(new)s") % words

    @property
    def address(self) -> str:
        return self.facts.address

    @property
    def size(self) -> int:
        return sum(len(str(page.body)) for text in self.texts for page in text.pages)

    def html(self) -> str:
        with translation.override(self.frame.code):
            source = render_to_string(
                TEMPLATE,
                {
                    "frame": self.frame,
                    "facts": self.facts,
                    "title": self.title,
                    "old_edition": self.old,
                    "new_edition": self.new,
                    "between": self.between,
                    "synopsis": read_comparison(
                        document=self.document,
                        old=self.old,
                        new=self.new,
                        between=self.between,
                        frame=self.frame,
                    ),
                    "made_on": made_on(),
                },
            )
        return to_paper(source, page_words=("", ""))


def comparison_subject(
    *, document: GuidelinePage, old: Edition, new: Edition, frame: SiteFrame
) -> ComparisonSubject:
    """Return two editions of a document as they are printed side by side."""
    between = editions_between(selectors.editions_of(document), old=old, new=new)
    texts = [
        selectors.shown_text(edition=one, document=document, frame=frame) for one in (old, new)
    ]
    facts = Facts(
        title=document.title,
        town_name=document.municipality or frame.town_name,
        kind=document.kind,
        state="",
        edition=f"{old.label} → {new.label}",
        adopted_on=None,
        in_force_on=None,
        issued_by=issuer(document=document, edition=new, frame=frame),
        address=f"{address_of(document=document, frame=frame)}compare/{old.slug}/{new.slug}/",
    )
    return ComparisonSubject(document, old, new, tuple(between), (texts[0], texts[1]), facts, frame)
