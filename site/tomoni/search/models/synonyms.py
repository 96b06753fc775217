"""The synonym table: words that mean the same to those who search in a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tomoni.languages import own_name_of
from tomoni.search.terms.book import read_lines
from tomoni.search.terms.units import folded_form

LONGEST_WORD = 100


class SynonymSet(models.Model):
    """Words of which each finds the others, or words that also find some others."""

    class Direction(models.TextChoices):
        EQUAL = "equal", _("all words find one another")
        ONE_WAY = "one-way", _("the words on the left also find those on the right")

    locale = models.CharField(_("language"), max_length=35, default="ja")
    direction = models.CharField(
        _("direction"), max_length=10, choices=Direction, default=Direction.EQUAL
    )
    words = models.TextField(_("words (left)"), help_text=_("One word a line."))
    also = models.TextField(
        _("words that are found too (right)"),
        blank=True,
        help_text=_(
            "One word a line. Only for the direction from left to right: who looks for 引っ越し "
            "also finds 転入, but who looks for 転入 does not find 引っ越し."
        ),
    )
    note = models.TextField(
        _("note for editors"), blank=True, help_text=_("Residents do not see it.")
    )
    is_active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Without the tick the search acts as if the entry did not exist."),
    )
    # Which set of the starter set this is, and what that wrote here last; empty for a town's own.
    starter_key = models.CharField(max_length=100, blank=True, editable=False)
    starter_mark = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("set of words that mean the same")
        verbose_name_plural = _("other words for the same")
        ordering = ("locale", "words")
        constraints = (
            models.UniqueConstraint(
                fields=["starter_key"],
                condition=~models.Q(starter_key=""),
                name="tomoni_search_starter_once",
            ),
        )

    def __str__(self) -> str:
        left = " = ".join(self.word_list)
        return f"{left} → {', '.join(self.also_list)}" if self.also else left

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return own_name_of(self.locale)

    @property
    def word_list(self) -> tuple[str, ...]:
        return read_lines(self.words)

    @property
    def also_list(self) -> tuple[str, ...]:
        return read_lines(self.also)

    def clean(self) -> None:
        super().clean()
        one_way = self.direction == self.Direction.ONE_WAY
        errors: dict[str, str] = {}
        if not one_way and len(self.word_list) == 1:
            errors["words"] = gettext("Write at least two words, each on a line of its own.")
        if one_way and not self.also_list:
            errors["also"] = gettext("Write at least one word that is found too.")
        if not one_way and self.also_list:
            errors["also"] = gettext("Words on the right need the direction from left to right.")
        errors |= _complaints(words=self.word_list, also=self.also_list)
        if errors:
            raise ValidationError(errors)


def _complaints(**fields: tuple[str, ...]) -> dict[str, str]:
    """Say of each field what is wrong with the first bad word."""
    known: dict[str, str] = {}
    errors: dict[str, str] = {}
    for name, words in fields.items():
        for word in words:
            key = folded_form(word)
            if not key:
                text = gettext("“%(word)s” holds nothing that can be looked for.")
            elif len(word) > LONGEST_WORD:
                text = gettext("“%(word)s” is too long for a word.")
            elif key in known:
                text = gettext("“%(word)s” and “%(other)s” are the same to the search; keep one.")
            else:
                known[key] = word
                continue
            errors.setdefault(name, text % {"word": word, "other": known.get(key, "")})
    return errors
