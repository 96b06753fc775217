"""Tomoni: the CMS on which a town and its people work together."""

__version__ = "0.1.0"
