"""The home room: front page, ordinary pages, sections, wording, and the frame around all pages."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from tomoni.home.facets import SECTION
from tomoni.plugins import BlockType, DemoContent, RoomConfig, SearchSource, WordingEntry

HOME_BLOCKS = "tomoni.home.blocks"
PAGE_BLOCKS = (
    ("heading", f"{HOME_BLOCKS}.HeadingBlock"),
    ("paragraph", f"{HOME_BLOCKS}.ParagraphBlock"),
    ("picture", "tomoni.media.blocks.PictureBlock"),
    ("document", "tomoni.media.blocks.DocumentLinkBlock"),
    ("notice", f"{HOME_BLOCKS}.NoticeBlock"),
    ("table", f"{HOME_BLOCKS}.TableBlock"),
    ("contact", f"{HOME_BLOCKS}.SectionBlock"),
)
FRONT_BLOCKS = (
    ("cards", f"{HOME_BLOCKS}.CardsBlock"),
    ("news", f"{HOME_BLOCKS}.NewsBlock"),
    ("feature", f"{HOME_BLOCKS}.FeatureBlock"),
)


class HomeConfig(RoomConfig):
    name = "tomoni.home"
    label = "tomoni_home"
    verbose_name = _("Pages")

    def extensions(self) -> Iterable[object]:
        from tomoni.home.words import WORDS  # noqa: PLC0415 -- app ready

        return (
            *(BlockType(body="page", name=name, block=block) for name, block in PAGE_BLOCKS),
            *(
                BlockType(body="front", name=name, block=block)
                for name, block in (*FRONT_BLOCKS, *PAGE_BLOCKS)
            ),
            *(WordingEntry(word.key, word.label, word.defaults) for word in WORDS),
            SearchSource(
                name="pages",
                label=_("Pages"),
                model="tomoni_home.StandardPage",
                documents="tomoni.home.searching.page_texts",
                facets=(SECTION,),
            ),
            SearchSource(
                name="accessibility_policies",
                label=_("Accessibility policies"),
                model="tomoni_home.AccessibilityPolicyPage",
                documents="tomoni.home.searching.page_texts",
                facets=(SECTION,),
            ),
            SearchSource(
                name="accessibility_results",
                label=_("Accessibility test results"),
                model="tomoni_home.AccessibilityResultPage",
                documents="tomoni.home.searching.page_texts",
                facets=(SECTION,),
            ),
            DemoContent(
                name="town",
                label=_("The town, its sections and pages"),
                build="tomoni.home.demo.build.build",
                order=10,
            ),
            # Last, when every room has put up the pages that these texts lead to.
            DemoContent(
                name="town_texts",
                label=_("What the town's pages say"),
                build="tomoni.home.demo.texts.build",
                order=90,
            ),
        )

    def ready(self) -> None:
        from tomoni.home import receivers  # noqa: PLC0415 -- app ready

        receivers.connect()
