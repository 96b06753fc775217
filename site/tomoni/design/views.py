"""The stylesheet of the accent colour, and the page that shows developers every component."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tomoni.design.accent import DEFAULT_ACCENT, check_accent, theme_css


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """Serve the accent's stylesheet; the colour stands in the address, so it may be kept for long."""
    colour = "#" + request.GET.get("accent", "")
    response = HttpResponse(
        theme_css(DEFAULT_ACCENT if check_accent(colour) else colour), content_type="text/css"
    )
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
