"""What axes asks us: which account is meant, from where, and how to answer when it is locked."""

from collections.abc import Mapping
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tomoni.accounts.identity import username_for

TOO_MANY_REQUESTS = 429


def account_key(request: HttpRequest, credentials: Mapping[str, str] | None) -> str | None:
    """Return one key for an account, whether its name or its mail address was typed."""
    typed = (credentials or {}).get("username") or request.POST.get("username")
    return username_for(typed)[:255].lower() if typed else None


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address, believing only as many proxies as the operator runs.

    Each proxy appends the address it saw, so the entries a visitor forges stand further left.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    if not 0 < settings.TOMONI_PROXIES <= len(hops):
        return direct
    try:
        return str(ip_address(hops[-settings.TOMONI_PROXIES].strip()))
    except ValueError:
        return direct


def answer_locked(
    request: HttpRequest, response: HttpResponse, credentials: Mapping[str, str] | None = None
) -> HttpResponse:
    """Keep the form with what was typed; it says itself what to do."""
    del request, credentials
    response.status_code = TOO_MANY_REQUESTS
    return response
