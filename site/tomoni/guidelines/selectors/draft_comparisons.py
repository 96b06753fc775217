"""What the drafts of a document change in its present edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tomoni.guidelines.comparing import Comparison
from tomoni.guidelines.models import Edition, GuidelinePage
from tomoni.guidelines.rosters import withhold
from tomoni.guidelines.selectors.comparisons import comparison_of
from tomoni.guidelines.selectors.drafts import chapter_drafts, draft_of
from tomoni.guidelines.texts import EditionText, text_of


@dataclass(frozen=True)
class DraftBesidePresent:
    """The comparison, the edition that the draft names, and the reasons given so far."""

    label: str
    present: Edition | None
    comparison: Comparison
    reasons: Mapping[str, str]

    @property
    def is_new_edition(self) -> bool:
        return self.present is None or self.present.label != self.label

    @property
    def whole_reason(self) -> str:
        """Why the edition as a whole is made."""
        return self.reasons.get("", "")

    @property
    def reasons_to_show(self) -> Mapping[str, Sequence[str]]:
        return {anchor: (text,) for anchor, text in self.reasons.items() if anchor}


def draft_beside_present(document: GuidelinePage) -> DraftBesidePresent:
    """Return what would change if all drafts were published now."""
    own = GuidelinePage.objects.select_related("latest_revision", "locale").get(pk=document.pk)
    content = own.latest_revision.content if own.latest_revision else {}
    present = own.editions.filter(ended_at__isnull=True).first()
    label = content.get("edition", own.edition)
    old = text_of(present) if present else EditionText(title="")
    new = _text_of_drafts(own, content, is_new=present is None or present.label != label)
    reasons = own.change_reasons.filter(edition_label=label)
    return DraftBesidePresent(
        label=label,
        present=present,
        comparison=comparison_of(
            old=_withheld(old), new=_withheld(new), language=own.locale.language_code
        ),
        reasons=dict(reasons.values_list("anchor", "text")),
    )


def _text_of_drafts(
    own: GuidelinePage,
    content: Mapping[str, Any],  # Any: a revision's JSON
    *,
    is_new: bool,
) -> EditionText:
    """Return the newest drafts of all pages, without chapters that leave with a new edition."""
    chapters = [one.text for one in chapter_drafts(document=own) if not (is_new and one.leaves)]
    return EditionText(
        title=content.get("title") or own.title,
        foreword_office=content.get("foreword_office", own.foreword_office),
        foreword_name=content.get("foreword_name", own.foreword_name),
        pages=(draft_of(own), *chapters),
    )


def _withheld(text: EditionText) -> EditionText:
    return replace(
        text, pages=tuple(replace(page, body=withhold(page.body)) for page in text.pages)
    )
