"""The nouns of the guidelines room."""

from tomoni.guidelines.models.headings import Heading
from tomoni.guidelines.models.pages import ChapterPage, GuidelinePage

__all__ = ["ChapterPage", "GuidelinePage", "Heading"]
