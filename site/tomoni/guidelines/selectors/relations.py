"""Read what a document stands beside: summaries and parts, plans, and places of display."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from tomoni.home.frame import Link, SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage, PlaceOfDisplay


@dataclass(frozen=True)
class Plan:
    """A plan that the document follows; without an address it is only named."""

    name: str
    part: str
    url: str


@dataclass(frozen=True)
class Relations:
    """What a document is tied to, as far as its reader may see it."""

    summary_of: tuple[Link, ...] = ()
    summaries: tuple[Link, ...] = ()
    part_of: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    successor: tuple[Link, ...] = ()
    predecessors: tuple[Link, ...] = ()
    plans: tuple[Plan, ...] = ()
    places: tuple["PlaceOfDisplay", ...] = field(default=())


def relations_of(*, document: "GuidelinePage", frame: SiteFrame) -> Relations:
    """Return the relations of a document, both ways. Three queries."""
    from tomoni.guidelines.models import GuidelinePage  # noqa: PLC0415 -- app ready

    above = {document.summary_of_id, document.part_of_id, document.succeeded_by_id} - {None}
    tied = GuidelinePage.objects.filter(
        Q(pk__in=above)
        | Q(summary_of=document.pk)
        | Q(part_of=document.pk)
        | Q(succeeded_by=document.pk)
    )
    links: dict[int, Link] = {}
    found = list(tied.defer("body").order_by("path"))
    for one in found:
        url = frame.url_of(one)
        if url and not frame.hides(one.path, reader_at=document.path):
            links[one.pk] = Link(one.title, url)

    def those(*keys: int | None) -> tuple[Link, ...]:
        return tuple(links[key] for key in keys if key in links)

    return Relations(
        summary_of=those(document.summary_of_id),
        summaries=those(*(one.pk for one in found if one.summary_of_id == document.pk)),
        part_of=those(document.part_of_id),
        parts=those(*(one.pk for one in found if one.part_of_id == document.pk)),
        successor=those(document.succeeded_by_id),
        predecessors=those(*(one.pk for one in found if one.succeeded_by_id == document.pk)),
        plans=tuple(
            Plan(
                plan.name,
                plan.part,
                (
                    frame.url_of(plan.page)
                    if plan.page and not frame.hides(plan.page.path, reader_at=document.path)
                    else plan.url
                ),
            )
            for plan in document.related_plans.select_related("page")
        ),
        places=tuple(document.places_of_display.all()),
    )


def successor_of(*, document: "GuidelinePage", frame: SiteFrame) -> Link | None:
    """Return the document that took this one's place; no query where there is none."""
    from tomoni.guidelines.models import GuidelinePage  # noqa: PLC0415 -- app ready

    if document.succeeded_by_id is None:
        return None
    one = GuidelinePage.objects.filter(pk=document.succeeded_by_id).defer("body").first()
    if one is None or frame.hides(one.path, reader_at=document.path):
        return None
    url = frame.url_of(one)
    return Link(one.title, url) if url else None
