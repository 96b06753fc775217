"""Simplified Chinese: Django's own, but with large numbers grouped."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
