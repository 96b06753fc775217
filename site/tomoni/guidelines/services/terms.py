"""Keep the index of the terms that published pages define."""

from django.db import transaction
from wagtail.models import Page

from tomoni.guidelines.models import ChapterPage, DefinedTerm, GuidelinePage
from tomoni.guidelines.texts import terms_in, text_of_page


@transaction.atomic
def index_terms(*, page: ChapterPage | GuidelinePage) -> int:
    """Write the terms of a published page anew; return how many there are."""
    document = page if isinstance(page, GuidelinePage) else page.get_parent().specific
    terms = {term.anchor: term for term in terms_in(text_of_page(page))}
    DefinedTerm.objects.filter(page=page).delete()
    DefinedTerm.objects.bulk_create(
        DefinedTerm(
            document=document,
            page=page,
            anchor=term.anchor,
            word=term.word,
            reading=term.reading,
            forms="\n".join(term.forms),
            definition=term.definition,
            order=order,
        )
        for order, term in enumerate(terms.values())
    )
    return len(terms)


def move_terms(*, page: Page) -> int:
    """Let the terms of a chapter belong to the document that it stands in now."""
    return DefinedTerm.objects.filter(page=page).update(document=page.get_parent().pk)
