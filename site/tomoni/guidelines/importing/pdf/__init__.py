"""PDF files with a text layer: read page by page in a process of their own, within bounds."""

from .document import read_pdf

__all__ = ["read_pdf"]
