"""What robots may read: everything that residents may, and no search results."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

RULES = "User-agent: *\nDisallow: /admin/\nDisallow: /*/search/\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse(RULES, content_type="text/plain; charset=utf-8")
