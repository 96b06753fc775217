"""Reasons as a form sends them: what was changed in it, and what others wrote meanwhile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tomoni.guidelines.selectors.draft_comparisons import DraftBesidePresent

REASON, SEEN = "reason:", "seen"


@dataclass(frozen=True)
class Given:
    """The reasons that were written or taken back in the form, and those that others overtook."""

    changed: Mapping[str, str]
    overtaken: tuple[str, ...] = ()
    other_edition: bool = False

    @classmethod
    def of(cls, posted: Mapping[str, str], draft: DraftBesidePresent) -> "Given":
        """Compare what was sent with what the form showed, and that with what is stored now."""
        label, seen = _seen(posted.get(SEEN, ""), draft)
        given = {
            name.removeprefix(REASON): plain(str(posted[name]))
            for name in posted
            if name.startswith(REASON)
        }
        changed = {
            anchor: text for anchor, text in given.items() if text != plain(seen.get(anchor, ""))
        }
        now = {anchor: plain(text) for anchor, text in draft.reasons.items()}
        overtaken = tuple(
            now.get(anchor, "")
            for anchor, text in changed.items()
            if now.get(anchor, "") not in {text, plain(seen.get(anchor, ""))}
        )
        return cls(changed, overtaken, label != draft.label)

    @property
    def is_belated(self) -> bool:
        return bool(self.overtaken) or self.other_edition

    @property
    def refusal(self) -> str:
        """Say why nothing was saved, and what the others wrote."""
        if self.other_edition:
            return _(
                "The draft names another edition now. Your reasons stand below and were not saved: "
                "look whether they fit it, and save them again."
            )
        return _(
            "Somebody else has changed the same reasons meanwhile. Yours stand below and were not "
            "saved. The others wrote: %(words)s. Bring both together, and save again."
        ) % {"words": "".join(f"「{words}」" for words in self.overtaken)}


def seen_in(draft: DraftBesidePresent) -> str:
    """Return for a hidden field which edition and reasons the form shows."""
    return json.dumps([draft.label, dict(draft.reasons)], ensure_ascii=False)


def plain(text: str) -> str:
    """Return a text as it is compared: browsers end lines in a way of their own."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def _seen(sent: str, draft: DraftBesidePresent) -> tuple[str, Mapping[str, str]]:
    """Return what the form showed; a form that does not say has seen what there is."""
    try:
        label, reasons = json.loads(sent)
        return str(label), {str(anchor): str(text) for anchor, text in reasons.items()}
    except (ValueError, TypeError, AttributeError):
        return draft.label, draft.reasons
