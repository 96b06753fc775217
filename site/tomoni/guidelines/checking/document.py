"""All checks of a document, each finding in the order in which readers come to its place."""

from itertools import chain

from tomoni.guidelines.checking import dates, figures, links, notes, structure, terms
from tomoni.guidelines.checking.findings import Finding, Subject

CHECKS = (structure.check, links.check, figures.check, notes.check, dates.check, terms.check)


def check_document(subject: Subject) -> tuple[Finding, ...]:
    """Return everything that the checks find, page by page and block by block."""
    places = {
        (page.page, str(block.get("id") or "")): (order, position)
        for order, page in enumerate(subject.text.pages)
        for position, block in enumerate(page.body)
    }
    orders = {page.page: order for order, page in enumerate(subject.text.pages)}
    found = chain.from_iterable(check(subject) for check in CHECKS)
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda one: places.get((one.page, one.block_id), (orders.get(one.page, 0), -1)),
        )
    )
