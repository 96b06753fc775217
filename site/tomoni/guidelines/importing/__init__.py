"""The importer: reads the raw text of a guideline into chapters, notes and references."""

from .guideline import read_guideline
from .reading import GuidelineFileError
from .result import ImportedGuideline, account_for

__all__ = ["GuidelineFileError", "ImportedGuideline", "account_for", "read_guideline"]
