"""The stylesheet of the accent colour, and the page that shows developers every component."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tomoni.design.accent import DEFAULT_ACCENT, check_accent, theme_css
from tomoni.design.specimens import specimens

SPECIMEN_PAGES = ("front", "reading")


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """Serve the accent's stylesheet; its address names the colour, so it may be kept for long."""
    colour = "#" + request.GET.get("accent", "")
    response = HttpResponse(
        theme_css(DEFAULT_ACCENT if check_accent(colour) else colour), content_type="text/css"
    )
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component; `?page=front` and `?page=reading` show them composed."""
    asked = request.GET.get("page")
    name = asked if asked in SPECIMEN_PAGES else "page"
    return render(request, f"tomoni/design/components_{name}.html", specimens())
