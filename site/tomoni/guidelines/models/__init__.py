"""The nouns of the guidelines room."""

from tomoni.guidelines.models.choices import Audience, ChangeKind, Kind, State
from tomoni.guidelines.models.editions import Change, ChangeReason, Edition, FormerHeading
from tomoni.guidelines.models.headings import Heading
from tomoni.guidelines.models.imports import GuidelineImport, ImportState
from tomoni.guidelines.models.outputs import PdfFile, PdfKind, PdfState, PreviewLink
from tomoni.guidelines.models.pages import ChapterPage, GuidelinePage
from tomoni.guidelines.models.relations import PlaceOfDisplay, RelatedPlan
from tomoni.guidelines.models.terms import DefinedTerm

__all__ = [
    "Audience",
    "Change",
    "ChangeKind",
    "ChangeReason",
    "ChapterPage",
    "DefinedTerm",
    "Edition",
    "FormerHeading",
    "GuidelineImport",
    "GuidelinePage",
    "Heading",
    "ImportState",
    "Kind",
    "PdfFile",
    "PdfKind",
    "PdfState",
    "PlaceOfDisplay",
    "PreviewLink",
    "RelatedPlan",
    "State",
]
