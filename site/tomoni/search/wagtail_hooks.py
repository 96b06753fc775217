"""What editors find in the menu: the term base and the words that mean the same."""

from wagtail.snippets.models import register_snippet

from tomoni.search.editing.screens import WordsGroup

register_snippet(WordsGroup)
