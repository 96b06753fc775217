"""The term base: things of municipal life, and what they are called in each language."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tomoni.search.terms.book import language_of

is_hiragana = RegexValidator(r"^[ぁ-ゖー]+$", _("Write the reading in hiragana only."))


class Term(models.Model):
    """A thing that residents look for under many names; its forms say which."""

    slug = models.SlugField(
        _("key"),
        max_length=100,
        unique=True,
        help_text=_("A short name in Latin letters, with hyphens. Residents do not see it."),
        error_messages={"unique": _("Another entry has this key.")},
    )
    note = models.TextField(
        _("note for editors"), blank=True, help_text=_("Residents do not see it.")
    )
    is_active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Without the tick the search acts as if the entry did not exist."),
    )
    # What the starter set wrote here last; empty for what a town has added by itself.
    starter_mark = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("entry of the term base")
        verbose_name_plural = _("term base")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.said_in("ja") or self.slug

    def said_in(self, locale: str) -> str:
        """Return the form that is shown in a language, or nothing."""
        forms = sorted(self.forms.all(), key=lambda form: (not form.is_preferred, form.pk))
        return next((form.text for form in forms if form.locale == locale), "")


class TermForm(models.Model):
    """One way in which people of a language say or write it; one of them is shown."""

    term = models.ForeignKey(
        Term,
        verbose_name=_("entry of the term base"),
        related_name="forms",
        on_delete=models.CASCADE,
    )
    locale = models.CharField(_("language"), max_length=35)
    text = models.CharField(_("word"), max_length=200)
    reading = models.CharField(_("reading"), max_length=200, blank=True, validators=[is_hiragana])
    is_preferred = models.BooleanField(_("shown to residents"), default=False)
    # The units by which the word is recognised; written by the services.
    folded = models.CharField(max_length=400, editable=False, db_index=True)

    class Meta:
        verbose_name = _("word of an entry")
        verbose_name_plural = _("words of an entry")
        ordering = ("term_id", "locale", "-is_preferred", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["term", "locale", "text"], name="tomoni_search_form_once"
            ),
            models.UniqueConstraint(
                fields=["term", "locale"],
                condition=models.Q(is_preferred=True),
                name="tomoni_search_one_preferred",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="tomoni_search_form_says"),
        )

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.reading and language_of(self.locale) != "ja":
            raise ValidationError({"reading": _("Only Japanese words have a reading.")})


class TermGloss(models.Model):
    """A short explanation in one language."""

    term = models.ForeignKey(
        Term,
        verbose_name=_("entry of the term base"),
        related_name="glosses",
        on_delete=models.CASCADE,
    )
    locale = models.CharField(_("language"), max_length=35)
    text = models.TextField(_("explanation"))

    class Meta:
        verbose_name = _("explanation of an entry")
        verbose_name_plural = _("explanations of an entry")
        ordering = ("term_id", "locale")
        constraints = (
            models.UniqueConstraint(fields=["term", "locale"], name="tomoni_search_gloss_once"),
        )

    def __str__(self) -> str:
        return self.text
