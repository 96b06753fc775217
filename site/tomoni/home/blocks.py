"""The blocks of ordinary pages and the front page; plugins add theirs beside them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.home.frame import SiteFrame
from tomoni.home.shelf import ShelvedPageBlock
from tomoni.media.blocks import PictureChooserBlock
from tomoni.media.selectors import shown_picture

PROSE = ["bold", "link", "document-link", "ol", "ul"]


def address_of(page: Any, context: Mapping[str, Any] | None) -> str:
    """Return where a chosen page can be read, or nothing where it cannot."""
    frame = (context or {}).get("frame")
    return frame.url_of(page) if page is not None and isinstance(frame, SiteFrame) else ""


class HeadingBlock(blocks.StructBlock):
    """A heading of the second or third level; the page's title is the first."""

    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("level"),
        choices=[("2", _("large")), ("3", _("small"))],
        default="2",
        search_index=False,
    )

    class Meta:
        label = _("heading")
        icon = "title"
        template = "tomoni/home/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with bold, lists and links."""

    def __init__(self, **kwargs: Any) -> None:  # Wagtail's own open-ended block options
        super().__init__(**{"features": PROSE, **kwargs})

    class Meta:
        label = _("text")
        icon = "pilcrow"
        template = "tomoni/home/blocks/paragraph.html"


class CardBlock(blocks.StructBlock):
    """A card that leads to a page."""

    title = blocks.CharBlock(label=_("title"), max_length=60)
    text = blocks.TextBlock(label=_("text"), required=False, max_length=200)
    page = ShelvedPageBlock(label=_("page"))
    picture = PictureChooserBlock(
        label=_("picture"), required=False, help_text=_("Decoration: readers' voices skip it.")
    )

    class Meta:
        label = _("card")
        icon = "doc-full"


class CardsBlock(blocks.StructBlock):
    """Cards side by side: what one can do here."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=60)
    cards = blocks.ListBlock(CardBlock(), label=_("cards"))

    class Meta:
        label = _("cards")
        icon = "grip"
        template = "tomoni/home/blocks/cards.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the cards whose page can be read; a card that leads nowhere is not shown."""
        context = super().get_context(value, parent_context=parent_context)
        context["items"] = [
            {
                "title": card["title"],
                "text": card["text"],
                "url": url,
                "image_url": shown_picture(card["picture"]).url if card["picture"] else "",
            }
            for card in value["cards"]
            if (url := address_of(card["page"], parent_context))
        ]
        return context


class NoticeBlock(blocks.StructBlock):
    """A boxed hint; its kind is said in words, not by colour alone."""

    kind = blocks.ChoiceBlock(
        label=_("kind"),
        choices=[("info", _("Information")), ("warning", _("Attention")), ("success", _("Done"))],
        default="info",
        search_index=False,
    )
    title = blocks.CharBlock(label=_("title"), required=False, max_length=80)
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "link"])

    class Meta:
        label = _("boxed hint")
        icon = "help"
        template = "tomoni/home/blocks/notice.html"


class NewsItemBlock(blocks.StructBlock):
    """One piece of news."""

    date = blocks.DateBlock(label=_("date"))
    title = blocks.CharBlock(label=_("title"), max_length=160)
    text = blocks.TextBlock(label=_("text"), required=False, max_length=400, rows=3)
    page = ShelvedPageBlock(label=_("page with more"), required=False)

    class Meta:
        label = _("piece of news")
        icon = "calendar"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["url"] = address_of(value["page"], parent_context)
        return context


class NewsBlock(blocks.StructBlock):
    """Short dated news."""

    title = blocks.CharBlock(label=_("heading"), max_length=60)
    items = blocks.ListBlock(
        NewsItemBlock(template="tomoni/home/blocks/news_item.html"), label=_("news")
    )

    class Meta:
        label = _("news")
        icon = "list-ul"
        template = "tomoni/home/blocks/news.html"


class FeatureBlock(blocks.StructBlock):
    """One thing that the front page puts forward, across its whole width."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"), max_length=400, rows=3)
    page = ShelvedPageBlock(label=_("page"), required=False)
    link_text = blocks.CharBlock(
        label=_("words of the link"), required=False, max_length=60,
        help_text=_("Empty: the page's title."),
    )  # fmt: skip
    picture = PictureChooserBlock(
        label=_("picture"), required=False, help_text=_("Decoration: readers' voices skip it.")
    )

    class Meta:
        label = _("put forward")
        icon = "pick"
        template = "tomoni/home/blocks/feature.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["url"] = address_of(value["page"], parent_context)
        context["picture"] = shown_picture(value["picture"]) if value["picture"] else None
        return context


class TableBlock(blocks.StructBlock):
    """A table with real header cells and a caption."""

    caption = blocks.CharBlock(label=_("caption"), max_length=160)
    header = blocks.ListBlock(
        blocks.CharBlock(label=_("column heading"), required=False), label=_("column headings")
    )
    first_column_is_header = blocks.BooleanBlock(
        label=_("The first cell of each row names the row"), required=False, default=True
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.TextBlock(label=_("cell"), required=False, rows=1), label=_("row")),
        label=_("rows"),
    )

    class Meta:
        label = _("table")
        icon = "table"
        template = "tomoni/home/blocks/table.html"


class SectionBlock(blocks.StaticBlock):
    """Whom to ask: the contact of the section in charge of the page."""

    class Meta:
        label = _("contact")
        icon = "mail"
        admin_text = _("Shows the contact of the section in charge of this page.")
        template = "tomoni/home/blocks/contact.html"
