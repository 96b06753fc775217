"""Domains, forms and principles of collaboration, as a stream field stores them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from tomoni.guidelines.drafts.text import RawBlock, raw


@dataclass(frozen=True)
class Domain:
    """A domain between residents' own work and the town hall's."""

    letter: str
    name: str
    description: str = ""
    rule: str = ""
    result_owner: str = ""
    is_collaboration: bool = False


@dataclass(frozen=True)
class Form:
    """A form of collaboration; `domains` are the letters of those that it belongs to."""

    name: str
    idea: str = ""
    effect: str = ""
    caution: str = ""
    examples: str = ""
    domains: Sequence[str] = ()


@dataclass(frozen=True)
class Principle:
    """A principle of collaboration."""

    name: str
    text: str = ""


def domains(*, block_id: UUID, title: str, domains: Sequence[Domain]) -> RawBlock:
    stored = [asdict(domain) for domain in domains]
    return raw(block_id, "domains", {"title": title, "domains": stored})


def forms(*, block_id: UUID, title: str, forms: Sequence[Form]) -> RawBlock:
    stored = [{**asdict(form), "domains": list(form.domains)} for form in forms]
    return raw(block_id, "forms", {"title": title, "forms": stored})


def principles(*, block_id: UUID, title: str, principles: Sequence[Principle]) -> RawBlock:
    stored = [asdict(principle) for principle in principles]
    return raw(block_id, "principles", {"title": title, "principles": stored})
