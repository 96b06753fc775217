"""What editors find in the menu: sections, wording, emergency notices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from tomoni.home.models import EmergencyNotice, Section, Wording
from tomoni.home.models.wording import wording_choices


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "group"
    list_display = ("name", "phone", "place")
    search_fields = ("name", "name_kana")


class WordingSelect(forms.Select):
    """The declared words, asked for at each use: plugins may have added some."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices = wording_choices  # type: ignore[assignment]  # Django takes a function


class WordingViewSet(SnippetViewSet):
    model = Wording
    icon = "openquote"
    list_display = ("text", Column("label", label=_("meaning")), "locale")
    list_filter = ("locale",)
    search_fields = ("key", "text")
    panels = (
        FieldPanel("locale"),
        FieldPanel("key", widget=WordingSelect),
        FieldPanel("text"),
    )


class EmergencyNoticeViewSet(SnippetViewSet):
    model = EmergencyNotice
    icon = "warning"
    list_display = ("title", "locale", "level", "starts", "ends")
    search_fields = ("title",)


class TownGroup(SnippetViewSetGroup):
    items = (SectionViewSet, WordingViewSet, EmergencyNoticeViewSet)
    menu_label = _("The town")
    menu_icon = "home"
    menu_order = 250


register_snippet(TownGroup)
