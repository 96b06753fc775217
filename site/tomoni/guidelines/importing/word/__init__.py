"""Word files (.docx): unpacked within bounds and read paragraph by paragraph."""

from .document import read_word

__all__ = ["read_word"]
