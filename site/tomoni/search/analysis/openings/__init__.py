"""Where words of a title begin, and how they sound: how it is met by who is still typing."""

from .choosing import opener_for, openings_identity
from .opening import LONGEST_KEY, Opener, Opening, Span, met

__all__ = [
    "LONGEST_KEY",
    "Opener",
    "Opening",
    "Span",
    "met",
    "opener_for",
    "openings_identity",
]
