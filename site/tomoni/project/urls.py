"""All addresses: the process's own, the admin's, and below each language the public ones."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from tomoni.design import views as design_views
from tomoni.home import routing
from tomoni.plugins.urls import plugin_urlpatterns
from tomoni.project import errors, health, robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("", routing.enter, name="enter"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots.robots, name="robots"),
    path("theme.css", design_views.theme, name="theme"),
    path("admin/", include("tomoni.accounts.admin.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path(settings.MEDIA_URL.lstrip("/"), include("tomoni.media.urls")),
]

if settings.TOMONI_COMPONENT_PAGE:
    urlpatterns.append(path("__components__/", design_views.components, name="components"))

urlpatterns += i18n_patterns(
    path("search/", include("tomoni.search.urls")),
    # Plugins stand after the core, so that they can break nothing, and before the pages.
    *plugin_urlpatterns(),
    # Wagtail's own doors to closed pages, but not its serving: ours takes that place.
    path("", include([url for url in wagtail_urls.urlpatterns if url.name != "wagtail_serve"])),
    re_path(wagtail_urls.serve_pattern, routing.serve_page, name="wagtail_serve"),
    # Files that a page itself answers with: document.pdf, changes.atom.
    re_path(r"^((?:[\w\-]+/)*[\w\-]+\.(?:atom|pdf))$", routing.serve_page),
    prefix_default_language=True,
)

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error
