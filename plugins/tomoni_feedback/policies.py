"""Which pages may be asked about."""

from wagtail.models import Page


def readable_page(page_id: int) -> Page | None:
    """Return the page if every visitor may read it: live, and behind no restriction."""
    if page_id > 2**31 - 1:
        return None
    return Page.objects.live().public().filter(pk=page_id, depth__gt=2).first()
