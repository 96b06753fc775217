"""The importer: reads a text, Word or PDF file into chapters, notes, tables and references."""

from .guideline import read_guideline
from .refusals import GuidelineFileError
from .result import ImportedGuideline, account_for

__all__ = ["GuidelineFileError", "ImportedGuideline", "account_for", "read_guideline"]
