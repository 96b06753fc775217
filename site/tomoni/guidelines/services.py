"""Write to the guidelines room: the index of headings."""

from django.db import transaction

from tomoni.guidelines.anchors import block_id_of, heading_anchor
from tomoni.guidelines.models import ChapterPage, GuidelinePage, Heading


@transaction.atomic
def index_headings(*, page: ChapterPage | GuidelinePage) -> int:
    """Write the published headings of a page anew; return how many there are."""
    document = page if isinstance(page, GuidelinePage) else page.get_parent().specific
    rows = []
    if isinstance(page, ChapterPage):
        rows.append(Heading(level=1, number=page.number, title=page.title))
    rows += [
        Heading(
            level=int(child.value["level"] or 2),
            number=child.value["number"],
            title=child.value["text"],
            anchor=heading_anchor(block_id_of(child)),
        )
        for child in page.body
        if child.block_type == "heading"
    ]
    for order, row in enumerate(rows):
        row.document, row.page, row.order = document, page, order
    Heading.objects.filter(page=page).delete()
    Heading.objects.bulk_create(rows)
    return len(rows)
