"""Pictures with credit and with alternative text for each language."""

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, get_upload_to
from wagtail.models import Locale

from tomoni.media.fields import CheckedPictureField


class Image(AbstractImage):
    """A picture; its `description` is the alternative text in the site's first language."""

    file = CheckedPictureField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    # AbstractImage sets an attribute `decorative` on every instance for its own ImageBlock,
    # which would hide a field of that name.
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Tick only when the picture tells the reader nothing; it is then skipped."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, as it is to be printed."),
    )
    source = models.CharField(
        _("source"),
        max_length=500,
        blank=True,
        help_text=_("Where the picture comes from: an address or a place in the archive."),
    )
    licence = models.CharField(
        _("licence"), max_length=120, blank=True, help_text=_("For example CC BY 4.0.")
    )

    # Wagtail's own Image stays installed beside ours and claims the usual reverse names.
    tags = TaggableManager(
        help_text=None, blank=True, verbose_name=_("tags"), related_name="tomoni_images"
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "credit",
        "source",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The alternative texts in further languages, by code."""
        told = self.descriptions.select_related("locale")
        return {one.locale.language_code: one.text for one in told}

    @property
    def default_alt_text(self) -> str:
        """Return what Wagtail's own tags use when a template gives no text."""
        return "" if self.is_decorative else self.description

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002 -- Wagtail's name
        """Make one size; Wagtail's own leaves a temporary file open behind each."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), made.name)


class ImageDescription(models.Model):
    """The alternative text of a picture in one further language."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="descriptions")
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    text = models.CharField(_("alternative text"), max_length=255)

    class Meta:
        verbose_name = _("alternative text")
        verbose_name_plural = _("alternative texts")
        ordering = ["locale_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["image", "locale"],
                name="tomoni_media_description_once",
                violation_error_message=_("This language has an alternative text already."),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Rendition(AbstractRendition):
    """A picture made ready for one size."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
