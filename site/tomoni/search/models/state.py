"""What is known of the index as a whole: its version, its languages, how rare words are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexState(models.Model):
    """The one row that numbers changes; who writes the index holds it until the commit.

    `sent` is the version up to which the remote store has followed, where there is one.
    """

    version = models.BigIntegerField(_("version"), default=0)
    # How many changes were followed; who follows one holds the row until the commit.
    followed = models.BigIntegerField(_("followed"), default=0)
    sent = models.BigIntegerField(_("sent"), default=0)
    # Which remote store `sent` is about: its name and index.
    remote = models.CharField(_("remote store"), max_length=200, blank=True)
    # What the index of the editors' own search was made with; another one asks for a new index.
    editors_identity = models.CharField(_("analysis for editors"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("state of the index")
        verbose_name_plural = _("states of the index")

    def __str__(self) -> str:
        return str(self.version)


class IndexedLanguage(models.Model):
    """What a language's part of the index was made with, and what its texts are like."""

    locale = models.CharField(_("language"), max_length=35, unique=True)
    # The analyser's identity: another one asks for a rebuild.
    identity = models.TextField(_("analysis"))
    documents = models.PositiveIntegerField(_("texts"), default=0)
    average_length = models.FloatField(_("average length in words"), default=0)
    # The index's version when rarities were last counted.
    counted_at = models.BigIntegerField(_("counted at version"), default=0)

    class Meta:
        verbose_name = _("language of the index")
        verbose_name_plural = _("languages of the index")

    def __str__(self) -> str:
        return self.locale


class RemovedDocument(models.Model):
    """A text that was taken out, kept until the remote store knows."""

    document = models.BigIntegerField(_("text"))
    version = models.BigIntegerField(_("version"), db_index=True)

    class Meta:
        verbose_name = _("removed text")
        verbose_name_plural = _("removed texts")

    def __str__(self) -> str:
        return str(self.document)


class TermCount(models.Model):
    """In how many texts of a language a token stands."""

    locale = models.CharField(_("language"), max_length=35)
    token = models.CharField(_("token"), max_length=200)
    documents = models.PositiveIntegerField(_("texts"))

    class Meta:
        verbose_name = _("rarity of a word")
        verbose_name_plural = _("rarities of words")
        constraints = (
            models.UniqueConstraint(fields=["locale", "token"], name="tomoni_search_one_count"),
        )

    def __str__(self) -> str:
        return self.token
