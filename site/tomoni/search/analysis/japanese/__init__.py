"""Japanese: words by Sudachi's dictionary, their readings, and pairs of signs behind them."""

from .choosing import japanese_analyser

__all__ = ["japanese_analyser"]
