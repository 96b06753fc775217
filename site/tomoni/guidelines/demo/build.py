"""Build the demo town's documents from their texts; safe to run twice.

The guideline is published as its first edition and then renewed, as an editor would do it, so that
old edition, comparison and reasons are the product's own. What stands already is left as it is.
"""

from collections.abc import Callable

from tomoni.guidelines import services
from tomoni.guidelines.demo import content
from tomoni.guidelines.demo.content.documents import Document
from tomoni.guidelines.demo.drafting import anchor_of, draft_of
from tomoni.guidelines.demo.renewing import furnish, renew
from tomoni.guidelines.models import GuidelinePage
from tomoni.home.demo.build import section_of, tell_taken
from tomoni.home.demo.places import home_of

Progress = Callable[[str], None]
TRANSLATED = tuple(code for code in content.guideline_languages() if code != "ja")


def build(progress: Progress) -> None:
    """Create the documents that do not stand yet, those first that others lead to."""
    put_up(content.ordinance(), progress)
    put_up_guideline(progress)
    # A translation leads to chapters that only the Japanese document has.
    for code in TRANSLATED if stored(content.guideline()) else ():
        put_up(content.guideline(code), progress)
    for summary in content.summaries():
        put_up(summary, progress, summary_of=stored(content.guideline(summary.locale)))
    put_up(content.handbook(), progress)


def put_up_guideline(progress: Progress) -> None:
    """Publish the first edition, then the present one over it."""
    first, present = content.first_edition(), content.guideline()
    document = put_up(first, progress)
    if document is None:
        return
    for key, text in content.reasons().items():
        services.set_reason(
            document=document,
            label=present.edition,
            anchor=anchor_of(present.key, key) if key else "",
            text=text,
        )
    renew(document=document, written=present)


def put_up(
    written: Document, progress: Progress, *, summary_of: GuidelinePage | None = None
) -> GuidelinePage | None:
    """Publish a document in its language; return it, or nothing where its place is taken."""
    home = home_of(written.locale)
    if home is None:
        return None
    if home.get_children().filter(slug=written.slug).exists():
        if stored(written) is None:
            tell_taken(home, written.slug, progress)
        return None
    progress(written.title)
    document = services.create_guideline(
        parent=home,
        draft=draft_of(written, summary_of_id=summary_of.pk if summary_of else None),
        publish=False,
        section_id=section_of(written.section, written.locale).pk,
    )
    furnish(document=document, written=written)
    document.save_revision().publish()
    return document


def stored(written: Document) -> GuidelinePage | None:
    """Return the page of a document that stands."""
    home = home_of(written.locale)
    if home is None:
        return None
    found: GuidelinePage | None = (
        GuidelinePage.objects.child_of(home).filter(slug=written.slug).first()
    )
    return found
