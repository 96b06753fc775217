"""The blocks of a guideline: what editors put in, in the words of the document."""

from tomoni.guidelines.blocks.collaboration import DomainsBlock, FormsBlock, PrinciplesBlock
from tomoni.guidelines.blocks.facts import HistoryBlock, SectionContactBlock, SurveyBlock
from tomoni.guidelines.blocks.law import ArticleBlock, SupplementBlock
from tomoni.guidelines.blocks.people import RosterBlock
from tomoni.guidelines.blocks.tables import FigureBlock, GuidelineTableBlock
from tomoni.guidelines.blocks.terms import TermsBlock
from tomoni.guidelines.blocks.text import (
    GuidelineListBlock,
    GuidelineTextBlock,
    NoteBlock,
    NumberedHeadingBlock,
    SetAsideBlock,
)

__all__ = [
    "ArticleBlock",
    "DomainsBlock",
    "FigureBlock",
    "FormsBlock",
    "GuidelineListBlock",
    "GuidelineTableBlock",
    "GuidelineTextBlock",
    "HistoryBlock",
    "NoteBlock",
    "NumberedHeadingBlock",
    "PrinciplesBlock",
    "RosterBlock",
    "SectionContactBlock",
    "SetAsideBlock",
    "SupplementBlock",
    "SurveyBlock",
    "TermsBlock",
]
