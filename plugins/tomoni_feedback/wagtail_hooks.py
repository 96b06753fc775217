"""Where editors read the answers: a report that can be filtered and taken away as CSV or Excel."""

from typing import Any
from unicodedata import category

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.reports import ReportView

from tomoni_feedback.models import Answer

# A cell that begins with one of these is a formula to the programs that open CSV files.
FORMULA_SIGNS = ("=", "+", "-", "@")


def readable(comment: str) -> str:
    """Return a comment without control characters, which Excel files cannot hold."""
    return "".join(sign for sign in comment if sign in "\n\t" or category(sign) != "Cc")


def plain_text(comment: str) -> str:
    """Return a comment that no program takes for a formula: strangers wrote it."""
    text = readable(comment)
    return f"'{text}" if text.lstrip().startswith(FORMULA_SIGNS) else text


def language_name(answer: Answer) -> str:
    """Return a language by its own name."""
    return dict(settings.LANGUAGES).get(answer.language, answer.language)


class AnswerFilter(WagtailFilterSet):
    given_at = django_filters.DateFromToRangeFilter(label=_("Given"), widget=DateRangePickerWidget)

    class Meta:
        model = Answer
        fields = ("helpful", "language", "given_at")


class AnswerReport(ReportView):
    """All answers, the newest first."""

    index_url_name = "tomoni_feedback_report"
    index_results_url_name = "tomoni_feedback_report_results"
    page_title = _("Feedback on pages")
    header_icon = "comment"
    model = Answer
    any_permission_required = ("view",)
    filterset_class = AnswerFilter
    list_export = ("given_at", "page_title", "language", "helpful", "comment")
    custom_field_preprocess: Any = {"comment": {"csv": plain_text, "xlsx": readable}}
    export_headings: Any = {"given_at": _("Given"), "page_title": _("Page")}
    columns = (
        Column("given_at", label=_("Given")),
        Column("page_title", label=_("Page")),
        Column("language", label=_("Language"), accessor=language_name),
        BooleanColumn("helpful", label=_("Helpful")),
        Column("comment", label=pgettext_lazy("of a reader", "Comment")),
    )

    def get_queryset(self) -> Any:
        return Answer.objects.all()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("tomoni_feedback.view_answer"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class AnswerMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm("tomoni_feedback.view_answer"))


@hooks.register("register_admin_urls")
def report_urls() -> list[Any]:
    return [
        path("reports/feedback/", AnswerReport.as_view(), name="tomoni_feedback_report"),
        path(
            "reports/feedback/results/",
            AnswerReport.as_view(results_only=True),
            name="tomoni_feedback_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return AnswerMenuItem(
        _("Feedback on pages"), reverse("tomoni_feedback_report"), icon_name="comment", order=850
    )
