"""Read two editions side by side, as who may read their document may see them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tomoni.guidelines import selectors
from tomoni.guidelines.synopsis import Addresses, Synopsis, synopsis_of
from tomoni.guidelines.texts import EditionText
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import Edition, GuidelinePage


def read_comparison(
    *,
    document: "GuidelinePage",
    old: "Edition",
    new: "Edition",
    between: Sequence["Edition"],
    frame: SiteFrame,
) -> Synopsis:
    """Return what a reader of the document may see of the comparison of two of its editions."""
    texts = [
        selectors.shown_text(edition=edition, document=document, frame=frame)
        for edition in (old, new)
    ]
    reasons = defaultdict(list)
    for reason in selectors.reasons_between(document, between):
        reasons[reason.anchor].append(reason.text)
    url = frame.url_of(document)
    return synopsis_of(
        selectors.comparison_of(old=texts[0], new=texts[1], language=document.locale.language_code),
        old=_addresses_of(url, old, texts[0]),
        new=_addresses_of(url, new, texts[1]),
        reasons=reasons,
    )


def editions_between(
    editions: Sequence["Edition"], *, old: "Edition", new: "Edition"
) -> list["Edition"]:
    """Return the editions after the old one, up to the new one: their reasons belong to it."""
    found = [one for one in editions if old.order < one.order <= new.order]
    return sorted(found, key=lambda one: one.order)


def _addresses_of(url: str, edition: "Edition", text: EditionText) -> Addresses:
    """Return where the sections of an edition can be read."""
    if edition.is_present:
        return Addresses.of_present(url, text)
    return Addresses.of_old(url, edition.slug)
