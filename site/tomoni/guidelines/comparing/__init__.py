"""新旧対照: compare two editions of a document by sections, blocks and words; no database."""

from tomoni.guidelines.comparing.document import compare
from tomoni.guidelines.comparing.result import (
    BlockPair,
    Comparison,
    Passage,
    Place,
    Row,
    Span,
    State,
)

__all__ = ["BlockPair", "Comparison", "Passage", "Place", "Row", "Span", "State", "compare"]
