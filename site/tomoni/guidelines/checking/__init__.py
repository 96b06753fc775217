"""Check a document as it is written: pure functions on stored blocks, in the editor's words."""

from tomoni.guidelines.checking.document import check_document
from tomoni.guidelines.checking.findings import Finding, Level, Subject

__all__ = ["Finding", "Level", "Subject", "check_document"]
