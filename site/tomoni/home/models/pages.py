"""The pages everyone has: the front page and ordinary pages, and what all public pages share."""

from typing import Any, ClassVar, cast

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page, PageViewRestriction

from tomoni.home import reading, selectors
from tomoni.plugins.bodies import OpenStreamField


class PublicPage(Page):
    """What every page for residents has: a short summary and the section that answers for it."""

    password_required_template = "tomoni/home/password_required.html"  # noqa: S105 -- a template

    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One or two sentences. Shown in lists, in search results and under the title."),
    )
    section = models.ForeignKey(
        "tomoni_home.Section",
        verbose_name=_("section in charge"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("section"),
    ]

    class Meta:
        abstract = True

    # The pages that routing met on its way here, from the front page on.
    trail: tuple[Page, ...] = ()

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return the doors on the way here, as Wagtail does, in one query where routing saw it.

        A mirrored page (alias) has the doors of its source; finding those is left to Wagtail.
        """
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        met = {page.path: page for page in self.trail}
        seen = all(path in met and not met[path].alias_of_id for path in paths[1:])
        if not seen or self.alias_of_id:
            return cast("QuerySet[PageViewRestriction]", super().get_view_restrictions())
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what `tomoni/design/base.html` shows around a page, and the section to ask."""
        context = super().get_context(request, *args, **kwargs)
        surroundings = selectors.surroundings_of(page=self, request=request)
        context.update(
            page_title=self.title,
            breadcrumbs=surroundings.breadcrumbs,
            languages=surroundings.languages,
            contact=surroundings.section,
        )
        return context

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show a draft in its own language: before its first publishing its address has none."""
        with translation.override(self.locale.language_code):
            response = super().serve_preview(request, mode_name)
            return response.render() if hasattr(response, "render") else response


class HomePage(PublicPage):
    """The front page of the site in one language; the other pages of that language lie below."""

    template = "tomoni/home/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]

    town_name = models.CharField(
        _("town's name"), max_length=60, help_text=_("As it stands at the head of every page.")
    )
    heading = models.CharField(
        _("heading"),
        max_length=80,
        blank=True,
        help_text=_("In large letters beside the picture. Empty: the town's name."),
    )
    picture = models.ForeignKey(
        "tomoni_media.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = OpenStreamField(body="front", verbose_name=_("body"), blank=True)
    footer_text = models.TextField(
        _("text at the foot"), blank=True, help_text=_("Address and phone of the town hall.")
    )

    content_panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("town_name"),
        FieldPanel("heading"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("body"),
        FieldPanel("section"),
        MultiFieldPanel(
            [FieldPanel("footer_text"), InlinePanel("footer_links", label=_("link"))],
            heading=_("Foot of every page"),
        ),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the picture, the links of the body, and the reader's own language."""
        context = super().get_context(request, *args, **kwargs)
        context.update(reading.read_front(page=self, request=request))
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page; what it says about languages depends on the browser's."""
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Accept-Language"])
        return response


class FooterLink(Orderable):
    """A link at the foot of every page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(
        _("text"), max_length=80, blank=True, help_text=_("Empty: the page's title.")
    )

    panels: ClassVar = [PageChooserPanel("page"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")


class BodyPage(PublicPage):
    """A public page with an open body of headings, text, tables, pictures and contact."""

    body = OpenStreamField(body="page", verbose_name=_("body"), blank=True)

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the links of the body, its contents, and the pages below this one."""
        context = super().get_context(request, *args, **kwargs)
        context.update(reading.read_page(page=self, request=request))
        return context


class StandardPage(BodyPage):
    """An ordinary page: text, pictures, documents, contact."""

    template = "tomoni/home/standard_page.html"

    content_panels: ClassVar = [*BodyPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
