"""The lists and forms of the term base and the synonym table, in one part of the menu."""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from tomoni.languages import LANGUAGES, Language
from tomoni.search.editing.effects import EffectPanel, ShowsEffect
from tomoni.search.editing.prefilled import Prefilled
from tomoni.search.editing.synonym_form import LocaleSelect, SynonymEditForm
from tomoni.search.editing.term_form import TermEditForm, gloss_field, words_field
from tomoni.search.editing.unfound import UnfoundViewSet
from tomoni.search.editing.wishes import WishViewSet
from tomoni.search.models import SynonymSet, Term
from tomoni.search.selectors.terms import terms_matching

# What translators name languages by, for Django has no words for these two.
NAMES = {"ja-simple": _("Easy Japanese"), "fil": _("Filipino")}
LISTED = ("en", "pt-br", "vi")


def heading_of(language: Language) -> str | Promise:
    """Return a language's own name, followed by that in the editor's language."""
    if language.code.startswith("ja"):
        return language.own_name
    name = NAMES.get(language.code) or _(language.english_name)
    return format_lazy("{own} – {name}", own=language.own_name, name=name)


def _panel_of(language: Language) -> MultiFieldPanel:
    fields = [FieldPanel(words_field(language.code)), FieldPanel(gloss_field(language.code))]
    return MultiFieldPanel(fields, heading=heading_of(language))


class FormColumn(Column):
    """The form that is shown in one language."""

    cell_template_name = "tomoni/search/admin/form_cell.html"

    def __init__(self, language: Language) -> None:
        super().__init__(f"said_{language.code}", label=language.own_name)
        self.language = language

    def get_value(self, instance: Term) -> str:
        return instance.said_in(self.language.code)


class LackingColumn(Column):
    """The languages in which a term has no word yet."""

    def get_value(self, instance: Term) -> str:
        present = {form.locale for form in instance.forms.all()}
        return "、".join(one.own_name for one in LANGUAGES if one.code not in present)


class TermIndex(IndexView):
    """The list of terms, searched in all languages and spellings."""

    def get_base_queryset(self) -> QuerySet[Term]:
        queryset: QuerySet[Term] = super().get_base_queryset()
        return queryset.prefetch_related("forms")

    def search_queryset(self, queryset: QuerySet[Term]) -> QuerySet[Term]:
        if not self.is_searching:
            return queryset
        return terms_matching(self.search_query, among=queryset)


class TermCreate(Prefilled, ShowsEffect, CreateView):
    """A new term."""

    word_fields = ("words_{code}",)


class TermEdit(ShowsEffect, EditView):
    """A term that exists."""


class SynonymCreate(Prefilled, ShowsEffect, CreateView):
    """A new set of words."""

    word_fields = ("words",)


class SynonymEdit(ShowsEffect, EditView):
    """A set of words that exists."""


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "globe"
    list_display = (
        "__str__",
        *(FormColumn(one) for one in LANGUAGES if one.code in LISTED),
        LackingColumn("lacking", label=_("languages without a word")),
        BooleanColumn("is_active", label=_("in use")),
    )
    list_per_page = 50
    search_fields = ("slug",)
    index_view_class = TermIndex
    add_view_class = TermCreate
    edit_view_class = TermEdit
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            *(_panel_of(language) for language in LANGUAGES),
            MultiFieldPanel(
                [FieldPanel("slug"), FieldPanel("is_active"), FieldPanel("note")],
                heading=_("For editors"),
            ),
            EffectPanel(heading=_("What this changes for residents")),
        ],
        base_form_class=TermEditForm,
    )


class SynonymViewSet(SnippetViewSet):
    model = SynonymSet
    icon = "openquote"
    list_display = (
        "__str__",
        Column("direction", label=_("direction"), accessor="get_direction_display"),
        Column("language", label=_("language"), accessor="language_name"),
        BooleanColumn("is_active", label=_("in use")),
    )
    list_filter = ("direction", "is_active")
    list_per_page = 50
    search_fields = ("words", "also")
    add_view_class = SynonymCreate
    edit_view_class = SynonymEdit
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("locale", widget=LocaleSelect),
            FieldPanel("direction"),
            FieldPanel("words"),
            FieldPanel("also"),
            FieldPanel("is_active"),
            FieldPanel("note"),
            EffectPanel(heading=_("What this changes for residents")),
        ],
        base_form_class=SynonymEditForm,
    )


class WordsGroup(SnippetViewSetGroup):
    items = (UnfoundViewSet, TermViewSet, SynonymViewSet, WishViewSet)
    menu_label = _("Residents' search")
    menu_icon = "search"
    menu_order = 260
