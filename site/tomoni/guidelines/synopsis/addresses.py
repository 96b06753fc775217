"""Where a section can be read: in the document, or in the old edition that it belongs to."""

from dataclasses import dataclass

from tomoni.guidelines.comparing import Place
from tomoni.guidelines.texts import EditionText


@dataclass(frozen=True)
class Addresses:
    """The addresses of one edition's sections; without a `base` there are none, as of a draft."""

    base: str = ""
    # The addresses of its chapters below the base; none where all stands on one page.
    slugs: tuple[str, ...] = ()

    @classmethod
    def of_present(cls, base: str, text: EditionText) -> "Addresses":
        return cls(base, tuple(page.slug for page in text.pages))

    @classmethod
    def of_old(cls, base: str, slug: str) -> "Addresses":
        return cls(f"{base}editions/{slug}/")

    def url_of(self, place: Place) -> str:
        """Return where a section stands, or nothing where it cannot be read."""
        if not self.base:
            return ""
        if not self.slugs:
            return f"{self.base}#{place.anchor}"
        slug = self.slugs[place.page]
        page = f"{self.base}{slug}/" if slug else self.base
        return page if place.level == 1 else f"{page}#{place.anchor}"
