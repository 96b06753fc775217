"""A guideline document and its chapters, each a page of its own."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from tomoni.guidelines import about
from tomoni.guidelines.anchors import give_own_ids
from tomoni.guidelines.editing.panels import AlongPanel
from tomoni.guidelines.models.choices import Audience, Kind, State
from tomoni.home.frame import frame_of
from tomoni.home.models import PublicPage
from tomoni.plugins.bodies import OpenStreamField

# What stands at these addresses below a document is no chapter: see `urls.py`.
RESERVED = ("all", "s", "editions", "compare")


class GuidelinePage(PublicPage):
    """A guideline (指針, 基本方針): its paper data, its foreword, and its chapters below it."""

    template = "tomoni/guidelines/guideline_page.html"
    subpage_types: ClassVar = ["tomoni_guidelines.ChapterPage"]
    # Editors find the chapters in the order of the document, not of their last change.
    admin_default_ordering = "ord"

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GUIDELINE)
    municipality = models.CharField(
        _("municipality"), max_length=60, blank=True, help_text=_("Empty: this town.")
    )
    audience = models.CharField(
        _("who may read it"),
        max_length=20,
        choices=Audience.choices,
        default=Audience.RESIDENTS,
        help_text=_("What is for staff only is shown and found by signed-in staff alone."),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.IN_FORCE
    )
    edition = models.CharField(
        _("edition"),
        max_length=60,
        blank=True,
        help_text=_(
            "For example: first edition. When you publish under a new name, the text as it was "
            "stays readable as the old edition, and the drafts of all chapters are published along."
        ),
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    ended_on = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("When it was superseded or repealed.")
    )
    issued_by = models.CharField(
        _("issuing section"),
        max_length=100,
        blank=True,
        help_text=_("As it was called then. Empty: the section in charge."),
    )
    comment_from = models.DateField(_("comments from"), null=True, blank=True)
    comment_until = models.DateField(_("comments until"), null=True, blank=True)
    foreword_office = models.CharField(
        _("office under the foreword"),
        max_length=60,
        blank=True,
        help_text=_("For example: mayor of Tomoni"),
    )
    foreword_name = models.CharField(_("name under the foreword"), max_length=60, blank=True)
    summary_of = models.ForeignKey(
        "self",
        verbose_name=_("is the summary of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="summaries",
    )
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("is a part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
    )
    succeeded_by = models.ForeignKey(
        "self",
        verbose_name=_("was superseded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )
    review_due = models.DateField(
        _("review due"),
        null=True,
        blank=True,
        help_text=_("On this day the section in charge is reminded by mail to look through it."),
    )
    change_note = models.TextField(
        _("what changes, and why"),
        blank=True,
        help_text=_("Readers see it in the list of changes. It is emptied when you publish."),
    )
    # The due date that the section was reminded of, so that it is reminded once.
    review_mailed_for = models.DateField(null=True, blank=True, editable=False)
    body = OpenStreamField(
        body="guideline",
        verbose_name=_("foreword"),
        blank=True,
        help_text=_("What stands before the first chapter."),
    )

    content_panels: ClassVar = [
        AlongPanel(heading=_("Approval and publication of the whole document"), icon="list-ul"),
        *PublicPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
                FieldRowPanel([FieldPanel("edition"), FieldPanel("audience")]),
                FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("in_force_on")]),
                FieldRowPanel([FieldPanel("issued_by"), FieldPanel("municipality")]),
            ],
            heading=_("The document"),
        ),
        FieldPanel("body"),
        FieldRowPanel(
            [FieldPanel("foreword_office"), FieldPanel("foreword_name")],
            heading=_("Under the foreword"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("review_due"),
                FieldRowPanel([FieldPanel("comment_from"), FieldPanel("comment_until")]),
                FieldPanel("ended_on"),
                FieldPanel("succeeded_by"),
                FieldPanel("summary_of"),
                FieldPanel("part_of"),
            ],
            heading=_("Life of the document"),
            classname="collapsed",
        ),
        InlinePanel("related_plans", label=_("related plan"), classname="collapsed"),
        InlinePanel("places_of_display", label=_("place of display"), classname="collapsed"),
        FieldPanel("change_note"),
    ]

    class Meta:
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")

    def clean(self) -> None:
        """Refuse dates and relations that contradict one another."""
        super().clean()
        give_own_ids(self.body)
        faults: dict[str, Any] = {}
        if self.comment_from and self.comment_until and self.comment_until < self.comment_from:
            faults["comment_until"] = _("The last day lies before the first one.")
        if self.adopted_on and self.ended_on and self.ended_on < self.adopted_on:
            faults["ended_on"] = _("It cannot end before it was adopted.")
        for name in ("summary_of", "part_of", "succeeded_by"):
            if self.pk and getattr(self, f"{name}_id") == self.pk:
                faults[name] = _("A document cannot refer to itself here.")
        if faults:
            raise ValidationError(faults)

    def with_content_json(self, content: dict[str, Any]) -> "GuidelinePage":  # Any: a revision
        """Return a version of the page; which reminder was sent is no matter of versions."""
        found: GuidelinePage = super().with_content_json(content)
        found.review_mailed_for = self.review_mailed_for
        return found

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead to a chapter, or to one of the document's own pages that `urls.py` lists."""
        if path_components and self.live:
            try:
                match = resolve(
                    "/".join(["", *path_components, ""]), urlconf="tomoni.guidelines.urls"
                )
            except Resolver404:
                pass
            else:
                return RouteResult(self, kwargs={"match": match})
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) != 1 or not self.live:
                raise
            return self.route_to_former(path_components[0])

    def route_to_former(self, slug: str) -> RouteResult:
        """Lead to what is told of a chapter that is no more; it may turn out that none ever was."""
        match = resolve(f"/s/-/{slug}/", urlconf="tomoni.guidelines.urls")
        return RouteResult(self, kwargs={"match": match})

    def serve(
        self, request: HttpRequest, *args: Any, match: Any = None, **kwargs: Any
    ) -> HttpResponseBase:
        """Serve the page, or the view of one of its own pages."""
        if match is not None:
            return match.func(request, document=self, **match.kwargs)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        from tomoni.guidelines.printing.links import pdf_link  # noqa: PLC0415 -- app ready

        context.update(about.document_context(document=self, request=request))
        context["pdf"] = pdf_link(document=self, frame=frame_of(request))
        return context


class ChapterPage(PublicPage):
    """A chapter of a guideline, with the number that the document gives it."""

    template = "tomoni/guidelines/chapter_page.html"
    parent_page_types: ClassVar = ["tomoni_guidelines.GuidelinePage"]
    subpage_types: ClassVar[list[str]] = []

    number = models.CharField(
        _("number"), max_length=20, blank=True, help_text=_("As printed: 第１章, Ⅰ, 資料編 …")
    )
    # Where references to the chapter as a whole lead; it outlives a new address or title.
    anchor = models.CharField(max_length=40, blank=True, editable=False)
    change_note = models.TextField(
        _("what changes, and why"),
        blank=True,
        help_text=_("Readers see it in the list of changes. It is emptied when you publish."),
    )
    ends_with_edition = models.BooleanField(
        _("leaves with the next edition"),
        default=False,
        help_text=_("It is withdrawn when the document is published as a new edition."),
    )
    body = OpenStreamField(body="guideline", verbose_name=_("body"), blank=True)

    content_panels: ClassVar = [
        FieldPanel("number"),
        *PublicPage.content_panels,
        FieldPanel("body"),
        FieldPanel("change_note"),
    ]
    settings_panels: ClassVar = [*Page.settings_panels, FieldPanel("ends_with_edition")]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    @property
    def full_title(self) -> str:
        """The number and the title, as contents and breadcrumbs show them."""
        return f"{self.number}　{self.title}" if self.number else self.title

    def get_admin_display_title(self) -> str:
        title: str = super().get_admin_display_title()
        return f"{self.number}　{title}" if self.number else title

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Let the document tell what became of a chapter that is withdrawn."""
        if not path_components and not self.live:
            document = self.get_parent().specific
            if document.live and isinstance(document, GuidelinePage):
                return document.route_to_former(self.slug)
        return super().route(request, path_components)

    def clean(self) -> None:
        """Refuse an address that one of the document's own pages has."""
        super().clean()
        give_own_ids(self.body)
        if self.slug in RESERVED:
            raise ValidationError(
                {"slug": _("This address is taken by a page of the document itself.")}
            )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(about.chapter_context(chapter=self, request=request))
        return context
