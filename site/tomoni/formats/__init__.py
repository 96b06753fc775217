"""Formats of dates and numbers for the languages that Django does not complete."""
