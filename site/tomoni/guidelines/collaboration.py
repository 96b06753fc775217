"""The town's model of collaboration as data: domains, forms and principles of a document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tomoni.guidelines.anchors import ANCHORED, heading_anchor
from tomoni.guidelines.texts import PageText, text_of_page
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage


KINDS = ("domains", "forms", "principles")


@dataclass(frozen=True)
class Domain:
    """A domain between residents' own work and the town hall's; `url` is its section's address."""

    letter: str
    name: str
    description: str
    rule: str
    result_owner: str
    is_collaboration: bool
    url: str


@dataclass(frozen=True)
class Form:
    """A form of collaboration; `domains` are the letters of those that it belongs to."""

    name: str
    idea: str
    effect: str
    caution: str
    examples: str
    domains: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class Principle:
    """A principle of collaboration."""

    name: str
    text: str
    url: str


@dataclass(frozen=True)
class CollaborationModel:
    """All that a document says of collaboration in such blocks, in reading order."""

    domains: tuple[Domain, ...] = ()
    forms: tuple[Form, ...] = ()
    principles: tuple[Principle, ...] = ()

    def forms_of(self, domain: Domain) -> tuple[Form, ...]:
        return tuple(form for form in self.forms if domain.letter in form.domains)


def collaboration_model_of(
    document: "GuidelinePage", *, frame: SiteFrame, reader_at: str = ""
) -> CollaborationModel:
    """Return the model that a published document defines. One query for its chapters.

    Chapters that are closed to who reads the page at the tree path `reader_at` are left out.
    """
    from tomoni.guidelines.models import ChapterPage  # noqa: PLC0415 -- app ready

    domains: list[Domain] = []
    forms: list[Form] = []
    principles: list[Principle] = []
    for page in (document, *ChapterPage.objects.child_of(document).live().order_by("path")):
        url = frame.url_of(page)
        if not url or frame.hides(page.path, reader_at=reader_at):
            continue
        for kind, value, anchor in _blocks(text_of_page(page)):
            address = f"{url}#{anchor}" if anchor else url
            for one in _items(value.get(kind, ())):
                if kind == "domains":
                    shared = bool(one.get("is_collaboration"))
                    domains.append(
                        Domain(**_texts(Domain, one), is_collaboration=shared, url=address)
                    )
                elif kind == "forms":
                    letters = tuple(_items(one.get("domains", ())))
                    forms.append(Form(**_texts(Form, one), domains=letters, url=address))
                else:
                    principles.append(Principle(**_texts(Principle, one), url=address))
    return CollaborationModel(tuple(domains), tuple(forms), tuple(principles))


def _blocks(page: PageText) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield each block with the anchor of the section that it stands in."""
    anchor = ""
    for block in page.body:
        kind = str(block.get("type"))
        if kind in ANCHORED:
            anchor = heading_anchor(str(block.get("id") or ""))
        if kind in KINDS:
            yield kind, block["value"], anchor


def _items(stored: Any) -> Iterator[Any]:  # Any: a list as a stream field stores it
    for one in stored:
        is_item = isinstance(one, Mapping) and one.get("type") == "item"
        yield one["value"] if is_item else one


def _texts(kind: type, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a stored value are plain texts of that dataclass."""
    names = [name for name, annotated in kind.__annotations__.items() if annotated is str]
    return {name: value.get(name) or "" for name in names if name != "url"}
