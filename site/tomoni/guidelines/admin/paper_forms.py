"""Where the document goes and what it says of itself, guessed from its text and confirmed here."""

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from tomoni.guidelines.models import Audience, GuidelinePage, Kind
from tomoni.guidelines.services import Papers
from tomoni.home.models import Section


class PlaceField(forms.ModelChoiceField):
    """A page, shown with its depth in the tree."""

    def label_from_instance(self, page: Page) -> str:
        return "　" * max(0, page.depth - 2) + page.get_admin_display_title()


class EditionForm(forms.Form):
    """What every draft of an edition says: its title, label and date."""

    title = forms.CharField(label=pgettext_lazy("of a document", "Title"), max_length=255)
    edition = forms.CharField(
        label=_("Edition"), max_length=60, required=False, help_text=_("For example: 初版, 第2版")
    )
    adopted_on = forms.DateField(
        label=_("Adopted on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def papers(self) -> Papers:
        return Papers(**{k: v for k, v in self.cleaned_data.items() if k != "parent"})


class NewDocumentForm(EditionForm):
    """A document of its own."""

    parent = PlaceField(label=_("Below which page"), queryset=Page.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    audience = forms.ChoiceField(label=_("Who may read it"), choices=Audience.choices)
    section = forms.ModelChoiceField(
        label=_("Section in charge"), queryset=Section.objects.none(), required=False
    )
    field_order = ("parent", "title", "kind", "edition", "adopted_on", "section", "audience")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:  # Any: Django's signature
        super().__init__(*args, **kwargs)
        places: Any = self.fields["parent"]
        places.queryset = places_for(user)
        sections: Any = self.fields["section"]
        sections.queryset = Section.objects.filter(locale=Locale.get_default()).order_by("name")

    def papers(self) -> Papers:
        values = {k: v for k, v in self.cleaned_data.items() if k not in ("parent", "section")}
        section = self.cleaned_data["section"]
        return Papers(**values, section_id=section.pk if section else None)


class NewEditionForm(EditionForm):
    """A new edition of a document that exists; it needs a name of its own."""

    edition = forms.CharField(
        label=_("Edition"),
        max_length=60,
        help_text=_("Another name than that of the present edition, for example: 第2版"),
    )
    change_note = forms.CharField(
        label=_("What changes, and why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Readers see it in the list of changes."),
    )


def places_for(user: Any) -> Any:  # Any: a user; a queryset of pages
    """Return the pages below which this person may add a guideline."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
    models = GuidelinePage.allowed_parent_page_models()
    types = ContentType.objects.get_for_models(*models).values()
    found = Page.objects.filter(pk__in=allowed.values("pk"), content_type__in=types, depth__gt=1)
    return found.order_by("path")
