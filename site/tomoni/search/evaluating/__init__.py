"""Measure the search on sets of questions whose right answers are known."""
