"""The list of words that residents did not find, and what an editor does about each."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.base import ViewSet

from tomoni.languages import LANGUAGES
from tomoni.search import services
from tomoni.search.editing.prefilled import SYNONYM_ADD, TERM_ADD, UNFOUND, WISH_ADD
from tomoni.search.models import AskedWords
from tomoni.search.policies import may_see_unfound
from tomoni.search.selectors.found_now import FoundNow, found_now
from tomoni.search.selectors.unfound import (
    NOTHING,
    PARTLY,
    UNOPENED,
    trend,
    unfound,
    with_weeks,
)

KINDS = {
    NOTHING: _("nothing found"),
    PARTLY: _("only partly found"),
    UNOPENED: _("found, but hardly ever opened"),
}
# A cell that begins with one of these is a formula to the programs that open CSV files.
FORMULA_SIGNS = ("=", "+", "-", "@")


def plain_text(text: str) -> str:
    """Return words that no program takes for a formula: strangers typed them."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


class UnfoundFilter(WagtailFilterSet):
    locale = django_filters.ChoiceFilter(
        label=_("Language"), choices=[(one.code, one.own_name) for one in LANGUAGES]
    )
    kind = django_filters.ChoiceFilter(label=_("What happened"), choices=list(KINDS.items()))
    # A choice, for Wagtail shows a chosen boolean as “True”.
    aside = django_filters.ChoiceFilter(
        label=_("Put aside"), choices=[("true", _("Put aside"))], method="filter_aside"
    )

    class Meta:
        model = AskedWords
        fields = ("locale", "kind", "aside")

    def filter_queryset(self, queryset: QuerySet[AskedWords]) -> QuerySet[AskedWords]:
        # Put aside means out of sight, until somebody asks for it.
        rows: QuerySet[AskedWords] = super().filter_queryset(queryset)
        return rows.filter(is_put_aside=bool(self.form.cleaned_data["aside"]))

    def filter_aside(self, rows: Any, _name: str, _value: Any) -> Any:
        return rows


class CellColumn(Column):
    """A column whose cell is drawn by a template of ours."""

    def __init__(self, name: str, label: Any, **kwargs: Any) -> None:
        super().__init__(name, label=label, **kwargs)
        self.cell_template_name = f"tomoni/search/admin/unfound_{name}.html"

    def get_value(self, instance: AskedWords) -> Any:
        return instance

    def get_cell_context_data(self, instance: AskedWords, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "words": instance, "csrf_token": parent_context.get("csrf_token")}


class TrendColumn(CellColumn):
    """Eight weeks as bars."""

    def get_cell_context_data(self, instance: AskedWords, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        bars = trend(instance.recent)  # type: ignore[attr-defined]
        top = max(1, *(bar.asked for bar in bars))
        return {
            **context,
            "bars": [(number * 8, bar) for number, bar in enumerate(bars)],
            "top": top,
        }


class StateColumn(CellColumn):
    """What happened, and whether the words find something now."""

    def get_cell_context_data(self, instance: AskedWords, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        kind: str = instance.kind  # type: ignore[attr-defined]
        with override(instance.locale):
            address = f"{reverse('search')}?{urlencode({'q': instance.text})}"
        now = context["table"].found_now.get(instance.pk)
        return {**context, "happened": KINDS[kind], "now": now, "address": address}


class ActionsColumn(CellColumn):
    """What an editor can do about the words."""

    def get_cell_context_data(self, instance: AskedWords, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        asked = urlencode({"word": instance.text, "locale": instance.locale})
        pages = {"synonym": SYNONYM_ADD, "term": TERM_ADD, "wish": WISH_ADD}
        return {**context, **{name: f"{reverse(url)}?{asked}" for name, url in pages.items()}}


class UnfoundTable(Table):
    """The rows of a page, with what their words find now asked for together."""

    @cached_property
    def found_now(self) -> dict[int, FoundNow]:
        return found_now([words for words in self.data if words.kind != UNOPENED])


class UnfoundView(ReportView):
    """Words that residents did not find, the most wanted first."""

    index_url_name = f"{UNFOUND}:index"
    index_results_url_name = f"{UNFOUND}:results"
    template_name = "tomoni/search/admin/unfound.html"
    page_title = _("Words that were not found")
    header_icon = "search"
    model = AskedWords
    paginate_by = 20
    filterset_class = UnfoundFilter
    default_ordering = ("-asked", "pk")
    table_class = UnfoundTable
    verbose_name_plural = _("words that were not found")
    list_export = ("language_name", "text", "asked", "nothing", "partly", "opened")
    custom_field_preprocess: Any = {"text": {"csv": plain_text}}
    export_headings: Any = {
        "language_name": _("Language"),
        "text": _("What residents typed"),
        "asked": _("Visits that asked"),
        "nothing": _("nothing found"),
        "partly": _("only partly found"),
        "opened": _("result opened"),
    }
    columns = (
        CellColumn("text", _("What residents typed"), sort_key="text"),
        Column("language_name", label=_("Language"), sort_key="locale"),
        Column("asked", label=_("Visits that asked"), sort_key="asked"),
        TrendColumn("trend", _("Last eight weeks")),
        StateColumn("state", _("What happened")),
        ActionsColumn("actions", _("What to do")),
    )

    def get_base_queryset(self) -> QuerySet[AskedWords]:
        return with_weeks(unfound())

    def get_filtered_queryset(self) -> QuerySet[AskedWords]:
        rows: QuerySet[AskedWords] = self.get_queryset()
        return rows

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_unfound(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


@require_POST
def move(request: HttpRequest, pk: int, *, aside: bool) -> HttpResponse:
    """Put words aside, or back into the list."""
    if not may_see_unfound(request.user):
        raise PermissionDenied
    words = get_object_or_404(AskedWords.objects.exclude(text=""), pk=pk)
    services.put_aside(words=words, aside=aside)
    told = (
        gettext("“%(words)s” is put aside. The filter “Put aside” shows it again.")
        if aside
        else gettext("“%(words)s” is in the list again.")
    )
    messages.success(request, told % {"words": words.text})
    return HttpResponseRedirect(reverse(f"{UNFOUND}:index"))


class UnfoundMenuItem(MenuItem):
    """Shown to those who may read the list."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_unfound(request.user)


class UnfoundViewSet(ViewSet):
    """The list and its buttons, as a part of the group in the menu."""

    name = UNFOUND
    url_prefix = "search/unfound"
    icon = "search"
    menu_label = _("Words that were not found")

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return UnfoundMenuItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", UnfoundView.as_view(), name="index"),
            path("results/", UnfoundView.as_view(results_only=True), name="results"),
            path("<int:pk>/aside/", move, {"aside": True}, name="aside"),
            path("<int:pk>/back/", move, {"aside": False}, name="back"),
        ]
