"""The page of the admin on which a section is sent to another place in its document."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages

from tomoni.guidelines.editing.refusing import document_of
from tomoni.guidelines.editing.sections import named_blocks
from tomoni.guidelines.models import ChapterPage
from tomoni.guidelines.policies import may_move_sections
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.guidelines.services.sections import SectionMoveError, move_section
from tomoni.guidelines.texts import PageText

Choice = tuple[str, str]
INDENT = "　"


class MoveForm(forms.Form):
    """Which section, and in front of what, or at the end of which chapter."""

    section = forms.ChoiceField(label=pgettext_lazy("of a document", "Section"))
    place = forms.ChoiceField(
        label=gettext_lazy("Where to"),
        help_text=gettext_lazy("All that stands below the section goes along."),
    )

    def __init__(
        self, data: Any, *, page: ChapterPage, chapters: tuple[PageText, ...]
    ) -> None:  # Any: Django's own signature
        super().__init__(data)
        own = next(one for one in chapters if one.page == page.pk)
        sections = self.fields["section"]
        places = self.fields["place"]
        assert isinstance(sections, forms.ChoiceField)  # noqa: S101 -- for the type checker
        assert isinstance(places, forms.ChoiceField)  # noqa: S101 -- for the type checker
        self.sections = dict(_sections(own))
        sections.choices = list(self.sections.items())
        others_first = sorted(chapters, key=lambda one: one.page == page.pk)
        places.choices = [
            (one.full_title, [*_places(one), (f"{one.page}:", _("at the end"))])
            for one in others_first
        ]


def move(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for section and place, and move it in the drafts."""
    page = get_object_or_404(ChapterPage, id=page_id)
    if not may_move_sections(request.user, page):
        raise PermissionDenied
    document = document_of(page)
    chapters = tuple(one for one in draft_text(document=document).pages if one.page != document.pk)
    form = MoveForm(
        request.POST if request.method == "POST" else None, page=page, chapters=chapters
    )
    if form.is_valid() and _moved(request, form, page):
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    context = {"heading": _("Move a section"), "page": page, "form": form}
    return TemplateResponse(request, "tomoni/guidelines/editing/admin/move_section.html", context)


def _moved(request: HttpRequest, form: MoveForm, page: ChapterPage) -> bool:
    key, _colon, before = form.cleaned_data["place"].partition(":")
    target = get_object_or_404(ChapterPage, pk=key)
    if not may_move_sections(request.user, target):
        raise PermissionDenied
    section = form.cleaned_data["section"]
    try:
        move_section(source=page, block_id=section, target=target, before=before, by=request.user)
    except SectionMoveError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _sentence(form.sections[section], target))
    return True


def _sentence(section: str, target: ChapterPage) -> str:
    return format_html(
        _(
            "“{section}” now stands in the draft of {chapter}. Publish that chapter first and then "
            "the one that it came from, so that links to it lead somewhere at every moment."
        ),
        section=section.strip(INDENT),
        chapter=format_html(
            '<a href="{}">{}</a>',
            reverse("wagtailadmin_pages:edit", args=[target.pk]),
            target.full_title,
        ),
    )


def _sections(text: PageText) -> Iterator[Choice]:
    for block_id, level, words in named_blocks(text):
        yield block_id, f"{INDENT * (level - 2)}{words}"


def _places(text: PageText) -> Iterator[Choice]:
    for block_id, _level, words in named_blocks(text):
        yield f"{text.page}:{block_id}", _("before “%(section)s”") % {"section": words}
