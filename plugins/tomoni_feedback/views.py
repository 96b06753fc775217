"""The question and the thanks."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from tomoni.api import client_address
from tomoni_feedback.forms import AnswerForm
from tomoni_feedback.policies import readable_page
from tomoni_feedback.services import TooManyAnswersError, give_answer


@never_cache
def give(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask whether a page helped; what was typed stays there when something is wrong."""
    page = page_or_404(page_id)
    first = {"helpful": request.GET.get("helpful")}
    form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm(initial=first)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return stored(request, page, form)
            except TooManyAnswersError:
                form.add_error(None, _("That was very often. Please try again in ten minutes."))
                status = 429
    context = {"form": form, "asked_page": page, "page_url": address_of(page)}
    return render(request, "tomoni_feedback/form.html", context, status=status)


def stored(request: HttpRequest, page: Page, form: AnswerForm) -> HttpResponse:
    if not form.cleaned_data["website"]:
        give_answer(
            page=page,
            language=get_language() or "",
            helpful=form.cleaned_data["helpful"],
            comment=form.cleaned_data["comment"],
            token=form.cleaned_data["token"],
            address=client_address(request),
        )
    return HttpResponseRedirect(reverse("plugins:feedback:thanks", kwargs={"page_id": page.pk}))


@never_cache
def thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    page = page_or_404(page_id)
    context = {"asked_page": page, "page_url": address_of(page)}
    return render(request, "tomoni_feedback/thanks.html", context)


def page_or_404(page_id: int) -> Page:
    page = readable_page(page_id)
    if page is None:
        raise Http404
    return page


def address_of(page: Page) -> str:
    """Return the way back without the host: it is this site's own."""
    parts = page.get_url_parts()
    return str(parts[2]) if parts else "/"
