"""Which state of the words every process has to know."""

from tomoni.home.generations import Generation

WORDS = Generation("tomoni-search-words-generation")
