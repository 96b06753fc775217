"""What the page on two versions shows: who saved the newer one, and where the two differ."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from wagtail.fields import StreamField

from tomoni.editing.merging import Difference, differences, stream_fields
from tomoni.editing.models import KeptVersion


@dataclass(frozen=True)
class Place:
    """A difference with the words in which the form names its place."""

    difference: Difference
    label: str


@dataclass(frozen=True)
class Comparison:
    """The newer version, and every place where the kept one differs from it."""

    newest_id: int
    saved_by: str
    saved_at: datetime | None
    knows_beginning: bool
    places: tuple[Place, ...]


def comparison_of(*, version: KeptVersion) -> Comparison:
    """Return how a kept version differs from the newest one."""
    newest = version.page.get_latest_revision()
    model = version.page.specific_class
    found = differences(
        base=version.base.content if version.base else None,
        theirs=newest.content if newest else {},
        mine=version.content,
        streams=stream_fields(model),
    )
    return Comparison(
        newest_id=newest.pk if newest else 0,
        saved_by=newest.user.get_full_name() if newest and newest.user else "",
        saved_at=newest.created_at if newest else None,
        knows_beginning=version.base is not None,
        places=tuple(Place(one, label_of(model, one)) for one in found),
    )


def label_of(model: type[Model], difference: Difference) -> str:
    """Return the field's name, and for a block its kind, as the edit view calls them."""
    try:
        field = model._meta.get_field(difference.field)  # noqa: SLF001 -- Django documents it
    except FieldDoesNotExist:
        return difference.field
    if not isinstance(field, StreamField):
        related = field.related_model if field.one_to_many else None
        name = getattr(field, "verbose_name", "")
        if isinstance(related, type):
            name = related._meta.verbose_name_plural  # noqa: SLF001 -- Django documents it
        return str(name or difference.field)
    kind = field.stream_block.child_blocks.get(difference.kind)
    return f"{field.verbose_name}：{kind.label if kind else difference.kind}"
