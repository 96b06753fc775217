"""Show the effect of a word before it is saved: the part of form, panel and view."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from tomoni.search.selectors.effects import Effect

SHOW_EFFECT = "show-effect"


class EffectForm(WagtailAdminModelForm):
    """A form that can say what residents would find, were it saved."""

    tried = forms.CharField(
        label=_("Words to try"),
        required=False,
        max_length=200,
        help_text=_("What a resident may type. Left empty, the words of this page are tried."),
    )
    # What the panel shows; None until somebody has asked.
    effects: tuple[Effect, ...] | None = None

    def effects_now(self) -> tuple[Effect, ...]:
        """Return the effect of what the valid form holds."""
        raise NotImplementedError

    def tried_or(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """Return what the editor wants to try, or else these words (word → its language)."""
        tried = " ".join(self.cleaned_data["tried"].split())
        return {tried: ""} if tried else words


class EffectPanel(Panel):
    """Lets an editor try words and shows what they find, before and after."""

    def get_form_options(self) -> dict[str, Any]:
        # Otherwise Wagtail adds the field once more below all panels.
        return {"fields": ["tried"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "tomoni/search/admin/effect_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {
                **context,
                "tried": self.form["tried"],
                "effects": self.form.effects,
                "button": SHOW_EFFECT,
            }


class ShowsEffect:
    """A view of a form that answers with the effect, and saves nothing, where it is asked to."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if SHOW_EFFECT not in request.POST:
            return super().post(request, *args, **kwargs)  # type: ignore[misc]
        if not hasattr(self, "object"):
            self.object = self.get_object() if "pk" in self.kwargs else None  # type: ignore[attr-defined]
        form = self.get_form()  # type: ignore[attr-defined]
        if not self.is_valid(form):  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]
        form.effects = form.effects_now()
        # Where Wagtail's views look for it.
        self.form = form
        return self.render_to_response(self.get_context_data(form=form))  # type: ignore[attr-defined]
