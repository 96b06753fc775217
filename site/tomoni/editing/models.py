"""The step of approval, and versions of pages that could not be saved over somebody else's."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from tomoni.editing.reasons import OpinionForm, ReasonForm

Action = tuple[str, str | Promise, bool]


class SectionChiefApproval(AbstractGroupApprovalTask):
    """The section chief (課長) approves a page or returns it with a reason.

    Other than Wagtail's own step it locks nobody out: who goes on writing takes the request back.
    """

    def locked_for_user(self, obj: object, user: object) -> bool:  # noqa: ARG002 -- Wagtail's signature
        return False

    def get_actions(self, obj: object, user: Any) -> list[Action]:  # Any: the site's user model
        if not super().get_actions(obj, user):
            return []
        return [
            ("reject", _("Return with a reason"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return ReasonForm if action == "reject" else OpinionForm

    def on_action(
        self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any
    ) -> None:  # Any: Wagtail's own open signature
        if action_name == "reject" and not str(kwargs.get("comment") or "").strip():
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Promise:
        return _("The section chief approves, or returns with a reason; nobody is locked out.")

    class Meta:
        verbose_name = _("approval by the section chief")
        verbose_name_plural = _("approvals by the section chief")


class KeptVersion(models.Model):
    """What somebody had written when a newer version of the page kept them from saving it.

    `content` is the page as a revision stores it; `base` is the revision that they began from.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    base = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    content = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # Kept while somebody was typing: the next moment of the same typing takes its place.
    automatic = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    # Taken over or thrown away; empty: still waiting for its writer.
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("kept version")
        verbose_name_plural = _("kept versions")
        default_permissions = ()
        ordering: ClassVar = ("-changed_at",)

    def __str__(self) -> str:
        return str(self.changed_at)
