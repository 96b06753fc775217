"""What can be found at all: the declared sources, and what of theirs the public may see."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.models import Page

from tomoni.plugins import Facet, SearchSource, SearchText, registry
from tomoni.plugins.extensions import Text


@dataclass(frozen=True)
class Source:
    """A declared source with its model; the owner makes its name the only one."""

    name: str
    label: Text
    model: type[Model]
    documents: str
    facets: tuple[Facet, ...] = ()

    @property
    def holds_pages(self) -> bool:
        return issubclass(self.model, Page)

    def objects(self) -> QuerySet[Model]:
        return self.model._default_manager.all()  # noqa: SLF001

    def has_objects(self) -> bool:
        """Say whether anything should be found; of pages, those that are live count."""
        objects = self.objects()
        return (objects.filter(live=True) if self.holds_pages else objects).exists()

    def texts_of(self, found: Model) -> tuple[SearchText, ...]:
        """Return what can be found of an object: nothing where the public may not see it."""
        if isinstance(found, Page) and not is_public(found):
            return ()
        documents = cast("Callable[[Model], Iterable[SearchText]]", import_string(self.documents))
        return tuple(documents(found))


def sources() -> tuple[Source, ...]:
    """Return every source whose model is installed."""
    return tuple(_sources())


def _sources() -> Iterator[Source]:
    for owner, declared in registry.owned(SearchSource):
        try:
            model = apps.get_model(declared.model)
        except LookupError:
            # A wrong path is reported by the kernel's check; here it only finds nothing.
            continue
        yield Source(
            f"{owner}.{declared.name}", declared.label, model, declared.documents, declared.facets
        )


def sources_of(model: type[Model]) -> tuple[Source, ...]:
    """Return the sources declared for a model, or else for its nearest ancestor."""
    known = sources()
    for kind in model.__mro__:
        found = tuple(source for source in known if source.model is kind)
        if found:
            return found
    return ()


def is_public(page: Page) -> bool:
    """Say whether everybody may read the page: live, no mere copy, and nowhere restricted."""
    return page.live and page.alias_of_id is None and not page.get_view_restrictions().exists()


def date_of(found: Model) -> datetime:
    """Return when an object was last changed in the eyes of readers."""
    published = getattr(found, "last_published_at", None)
    return published if isinstance(published, datetime) else timezone.now()
