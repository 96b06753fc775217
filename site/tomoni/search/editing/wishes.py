"""The list and form of pages that editors wish for on the residents' behalf."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from tomoni.search.editing.prefilled import Prefilled
from tomoni.search.editing.synonym_form import LocaleSelect
from tomoni.search.models import PageRequest


class WishCreate(Prefilled, CreateView):
    """A new request, made by whoever is signed in."""

    word_fields = ("words",)

    def get_initial_form_instance(self) -> PageRequest:
        return PageRequest(asked_by=self.request.user)


class WishViewSet(SnippetViewSet):
    model = PageRequest
    icon = "doc-full-inverse"
    list_display = (
        "__str__",
        Column("language", label=_("language"), accessor="language_name"),
        Column("state", label=_("state"), accessor="get_state_display"),
        Column("page", label=_("page that was made")),
        Column("asked_by", label=_("asked by")),
        DateColumn("made", label=_("asked on")),
    )
    list_filter = ("state",)
    list_per_page = 50
    search_fields = ("words", "note")
    add_view_class = WishCreate
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            FieldPanel("locale", widget=LocaleSelect),
            FieldPanel("note"),
            FieldPanel("state"),
            PageChooserPanel("page"),
        ]
    )
