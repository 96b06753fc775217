"""The people who sign in."""

from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

# Without "@" a name can never be taken for somebody else's mail address at sign-in.
username_validator = RegexValidator(
    r"^[\w.+-]+\Z", _("Use letters, digits and . + - _ only, and no @ sign.")
)
USERNAME_HELP = _("Letters, digits and . + - _ only.")


class User(AbstractUser):
    """A person with a name of their own choice, known by user name or mail address."""

    username = models.CharField(
        _("user name"),
        max_length=150,
        unique=True,
        help_text=USERNAME_HELP,
        validators=[username_validator],
        error_messages={"unique": _("Somebody has this user name already. Choose another one.")},
    )
    email = models.EmailField(_("mail address"))
    display_name = models.CharField(
        _("name shown to others"),
        max_length=80,
        blank=True,
        help_text=_("For example the family name or the section. Empty: the user name."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="tomoni_accounts_user_email",
                violation_error_message=_("Another account has this mail address already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(email=""),
                name="tomoni_accounts_user_email_not_blank",
                violation_error_message=_("Enter a mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """Return the name shown to others."""
        return self.display_name or super().get_full_name() or self.username

    def get_short_name(self) -> str:
        """Return the same name: Japanese names are not shortened to a given name."""
        return self.get_full_name()


class Tally(models.Model):
    """How often something was asked for within one window of time; the asker is only a hash."""

    bucket = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    window = models.PositiveBigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of requests")
        verbose_name_plural = _("counts of requests")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["bucket", "key", "window"], name="tomoni_accounts_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bucket}: {self.count}"
