"""Uploads: their list, a new one, how far the reading is, another try, the original, deletion."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from tomoni.guidelines import background, services
from tomoni.guidelines.admin.forms import UploadForm
from tomoni.guidelines.admin.opening import furniture, opened, require_importer
from tomoni.guidelines.models import GuidelineImport, GuidelinePage, ImportState
from tomoni.guidelines.policies import may_renew

LARGE = ("result", "pieces", "history", "matching")
PER_PAGE = 30
TEMPLATES = "tomoni/guidelines/admin"


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """List the uploads of this person, or all for those who may see all."""
    require_importer(request)
    found = GuidelineImport.objects.select_related("owner", "document", "target").defer(*LARGE)
    if not request.user.is_superuser:
        found = found.filter(Q(owner=request.user.pk))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    context = {**furniture(_("Import of guidelines")), "uploads": page}
    return TemplateResponse(request, f"{TEMPLATES}/imports.html", context)


def upload(request: HttpRequest) -> HttpResponse:
    """Take a new file; `target` names the document whose new edition it is to become."""
    require_importer(request)
    target = _target(request)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        kept = services.keep_upload(
            owner=request.user,  # type: ignore[arg-type]  # the policy wants a person
            file=file,
            name=file.name,
            size=file.size,
            title=form.cleaned_data["title"] or (target.title if target else ""),
            target=target,
            parent_id=_number(request.POST.get("parent", "")),
        )
        background.start("read_imports", "--only", str(kept.pk))
        return redirect("tomoni_import", kept.pk)
    title = _("Import a new edition") if target else _("Import a guideline")
    context = {
        **furniture(title),
        "form": form,
        "target": target,
        "parent": _number(request.GET.get("parent", request.POST.get("parent", ""))),
    }
    return TemplateResponse(request, f"{TEMPLATES}/upload.html", context)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the outline; until there is one, say how far the reading is or why it failed."""
    found = opened(request, pk, without=LARGE)
    if found.is_open:
        return redirect("tomoni_import_outline", pk)
    context = {**furniture(str(found), found), "form": UploadForm()}
    return TemplateResponse(request, f"{TEMPLATES}/reading.html", context)


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell a script how far the reading is."""
    found = opened(request, pk, without=LARGE)
    return JsonResponse(
        {
            "under_way": found.is_under_way,
            "done": found.done,
            "total": found.total,
            "told": told_progress(found),
        }
    )


def told_progress(found: GuidelineImport) -> str:
    """Say in a sentence how far the reading is."""
    if found.state == ImportState.UPLOADED:
        return _("Waiting to be read …")
    if found.total:
        return _("Reading: %(done)d of %(total)d pages") % {
            "done": found.done,
            "total": found.total,
        }
    return _("Reading …")


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Read an upload again, with the same file or another one."""
    found = opened(request, pk, without=LARGE)
    if found.is_open or (found.is_under_way and found.state == ImportState.READING):
        return redirect("tomoni_import", pk)
    if request.FILES:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            context = {**furniture(str(found), found), "form": form}
            return TemplateResponse(request, f"{TEMPLATES}/reading.html", context)
        file = form.cleaned_data["file"]
        services.replace_file(upload=found, file=file, name=file.name, size=file.size)
    else:
        services.try_again(upload=found)
    background.start("read_imports", "--only", str(pk))
    return redirect("tomoni_import", pk)


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """Hand out the file as it came, always to save: it was not made here."""
    found = opened(request, pk, without=LARGE)
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        file, as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then delete an upload with its file and outline; documents made of it stay."""
    found = opened(request, pk, without=LARGE)
    if request.method == "POST":
        name = str(found)
        services.delete_upload(upload=found)
        messages.success(request, _("“%(name)s” was deleted.") % {"name": name})
        return redirect("tomoni_imports")
    context = {**furniture(_("Delete the upload"), found)}
    return TemplateResponse(request, f"{TEMPLATES}/delete.html", context)


def _target(request: HttpRequest) -> GuidelinePage | None:
    number = _number(request.GET.get("target", request.POST.get("target", "")))
    if number is None:
        return None
    document = get_object_or_404(GuidelinePage, pk=number)
    if not may_renew(request.user, document):
        raise PermissionDenied
    return document


def _number(text: str) -> int | None:
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000000") else None
    )


def entry_url(*, parent: int | None = None, target: int | None = None) -> str:
    """Return where to upload a file, for a page below `parent` or a new edition of `target`."""
    query: Any = f"?parent={parent}" if parent else f"?target={target}" if target else ""
    return f"{reverse('tomoni_import_upload')}{query}"
