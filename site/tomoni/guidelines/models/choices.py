"""The words that describe a document: its kind, whom it is for, and where it stands in its life."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of document it is."""

    GUIDELINE = "guideline", _("guideline (kind)")
    BASIC_POLICY = "basic_policy", _("basic policy")
    ACTION_GUIDELINE = "action_guideline", _("action guideline")
    PLAN = "plan", _("plan")
    SUMMARY = "summary", _("summary edition")
    ORDINANCE = "ordinance", _("ordinance")
    RULES = "rules", _("rules")
    HANDBOOK = "handbook", _("handbook")
    OTHER = "other", _("other document")


class Audience(models.TextChoices):
    """Who may read it."""

    RESIDENTS = "residents", _("everybody")
    STAFF = "staff", _("staff of the town hall only")


class State(models.TextChoices):
    """Where the document stands; shown with it everywhere."""

    DRAFT = "draft", _("being drawn up")
    PUBLIC_COMMENT = "public_comment", _("open for comments")
    IN_FORCE = "in_force", _("in force")
    SUPERSEDED = "superseded", _("superseded")
    REPEALED = "repealed", _("repealed")


class ChangeKind(models.TextChoices):
    """What happened to a published document."""

    PUBLISHED = "published", _("published")
    CORRECTED = "corrected", _("corrected")
    NEW_EDITION = "new_edition", _("new edition")
    STATE = "state", _("state changed")
    WITHDRAWN = "withdrawn", _("part withdrawn")
