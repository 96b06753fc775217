"""Analysis: what a text and a query are made of, per language, the same for every store."""

from .locales import analyser_for

__all__ = ["analyser_for"]
