"""What titles are met by while somebody types, narrow enough to be read by the thousand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionKey(models.Model):
    """A title from one of its words on, as the language's opener folds it.

    `document` is the `SearchDocument`'s key. Keys are compared byte by byte on every database,
    which no column of text promises. `head` is what a key begins with, `rank` the order in which
    titles are offered, the least first: so the shortest questions, that very many titles answer,
    read only as many rows as are shown. Where only a word within the title begins so, keys are not
    listed by head: that would double what is written for a text.
    """

    document = models.BigIntegerField(_("text"), db_index=True)
    locale = models.CharField(_("language"), max_length=35)
    key = models.BinaryField(_("beginning"), max_length=200)
    head = models.CharField(_("first signs"), max_length=8)
    is_first = models.BooleanField(_("begins the title"))
    rank = models.IntegerField(_("order"))

    class Meta:
        verbose_name = _("beginning of a title")
        verbose_name_plural = _("beginnings of titles")
        indexes = (
            models.Index(fields=["locale", "is_first", "key"], name="tomoni_search_beginning"),
            models.Index(
                fields=["locale", "head", "rank"],
                condition=models.Q(is_first=True),
                name="tomoni_search_head_of_title",
            ),
        )

    def __str__(self) -> str:
        return bytes(self.key).decode("utf-8", "replace")
