"""The guidelines room: guideline documents, their chapters, and the import of their texts."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tomoni.home.facets import SECTION
from tomoni.plugins import (
    BlockType,
    DashboardPanel,
    DemoContent,
    HealthCheck,
    PeriodicTask,
    RoomConfig,
    SearchSource,
    UrlMount,
)

BLOCKS = "tomoni.guidelines.blocks"
GUIDELINE_BLOCKS = (
    ("heading", f"{BLOCKS}.NumberedHeadingBlock"),
    ("paragraph", f"{BLOCKS}.GuidelineTextBlock"),
    ("list", f"{BLOCKS}.GuidelineListBlock"),
    ("note", f"{BLOCKS}.NoteBlock"),
    ("table", f"{BLOCKS}.GuidelineTableBlock"),
    ("figure", f"{BLOCKS}.FigureBlock"),
    ("picture", "tomoni.media.blocks.PictureBlock"),
    ("article", f"{BLOCKS}.ArticleBlock"),
    ("supplement", f"{BLOCKS}.SupplementBlock"),
    ("terms", f"{BLOCKS}.TermsBlock"),
    ("survey", f"{BLOCKS}.SurveyBlock"),
    ("history", f"{BLOCKS}.HistoryBlock"),
    ("roster", f"{BLOCKS}.RosterBlock"),
    ("contact", f"{BLOCKS}.SectionContactBlock"),
    ("domains", f"{BLOCKS}.DomainsBlock"),
    ("forms", f"{BLOCKS}.FormsBlock"),
    ("principles", f"{BLOCKS}.PrinciplesBlock"),
    ("set_aside", f"{BLOCKS}.SetAsideBlock"),
)


class GuidelinesConfig(RoomConfig):
    name = "tomoni.guidelines"
    label = "tomoni_guidelines"
    verbose_name = _("Guidelines")

    def extensions(self) -> Iterable[object]:
        return (
            *(
                BlockType(body="guideline", name=name, block=block)
                for name, block in GUIDELINE_BLOCKS
            ),
            SearchSource(
                name="guidelines",
                label=_("Guidelines"),
                model="tomoni_guidelines.GuidelinePage",
                documents="tomoni.guidelines.searching.guideline_texts",
                facets=(SECTION,),
            ),
            SearchSource(
                name="chapters",
                label=_("Chapters of guidelines"),
                model="tomoni_guidelines.ChapterPage",
                documents="tomoni.guidelines.searching.chapter_texts",
                facets=(SECTION,),
            ),
            PeriodicTask(
                name="read_imports",
                label=_("Read uploaded guidelines that wait"),
                every=timedelta(minutes=1),
                run="tomoni.guidelines.services.read_waiting",
            ),
            PeriodicTask(
                name="remind_sections",
                label=_("Remind sections of documents to be looked through"),
                every=timedelta(hours=6),
                run="tomoni.guidelines.services.reviews.remind_sections",
            ),
            PeriodicTask(
                name="forget_names",
                label=_("Delete names of rosters whose agreed day is past"),
                every=timedelta(hours=12),
                run="tomoni.guidelines.services.names.forget_names",
            ),
            DashboardPanel(
                name="reviews",
                label=_("Documents to be looked through"),
                template="tomoni/guidelines/editing/admin/due_panel.html",
                context="tomoni.guidelines.editing.reports.due_panel",
                order=220,
            ),
            UrlMount(prefix="preview", urlconf="tomoni.guidelines.preview_urls"),
            DemoContent(
                name="guideline",
                label=_("The town's guideline"),
                build="tomoni.guidelines.demo.build.build",
                order=20,
            ),
            HealthCheck(name="pdfs", label=_("PDFs"), ask="tomoni.guidelines.printing.library.ask"),
            PeriodicTask(
                name="pdfs",
                label=_("PDFs of published documents"),
                every=timedelta(minutes=5),
                run="tomoni.guidelines.printing.ahead.run",
            ),
        )

    def ready(self) -> None:
        from tomoni.guidelines import draft_hooks, editor_hooks, receivers  # noqa: PLC0415 -- app ready
        from tomoni.guidelines.printing import library  # noqa: F401, PLC0415 -- app ready

        del draft_hooks, editor_hooks  # they have registered themselves
        receivers.connect()
