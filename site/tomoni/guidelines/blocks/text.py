"""Running text: headings, paragraphs, lists, notes, and what an import set aside."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.guidelines.blocks.parts import INLINE
from tomoni.home.blocks import PROSE, ParagraphBlock


class NumberedHeadingBlock(blocks.StructBlock):
    """A heading with the number that the document itself gives it; its id never changes."""

    number = blocks.CharBlock(
        label=_("number"), required=False, max_length=20, help_text=_("As printed: 第１節, １, ⑴ …")
    )
    text = blocks.CharBlock(label=_("text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("level"),
        choices=[
            ("2", _("section of a chapter")),
            ("3", _("part of a section")),
            ("4", _("smaller")),
        ],
        default="2",
        search_index=False,
    )

    class Meta:
        label = _("heading")
        icon = "title"
        template = "tomoni/guidelines/blocks/heading.html"


class GuidelineTextBlock(ParagraphBlock):
    """Running text; a mark such as ※ or ＊1 in it leads to the note that carries the same mark."""

    def __init__(self, **kwargs: Any) -> None:  # Any: Wagtail's own open-ended block options
        super().__init__(**{"features": [*PROSE, "reference"], **kwargs})

    class Meta:
        label = _("text")
        icon = "pilcrow"
        template = "tomoni/guidelines/blocks/paragraph.html"
        help_text = _("To lead to a section, press “Refer to a section” below the text.")


class GuidelineListBlock(blocks.StructBlock):
    """A list whose marks are the document's own: ①, ⑴, ア, ○."""

    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("mark", blocks.CharBlock(label=_("mark"), required=False, max_length=8)),
                ("text", blocks.RichTextBlock(label=_("text"), features=INLINE)),
            ]
        ),
        label=_("items"),
    )

    class Meta:
        label = _("list")
        icon = "list-ol"
        template = "tomoni/guidelines/blocks/list.html"


class NoteBlock(blocks.StructBlock):
    """A note; it belongs to the nearest place before it where its mark stands in the text."""

    mark = blocks.CharBlock(
        label=_("mark"), max_length=8, help_text=_("As it stands in the text: ※, ＊1, 注1 …")
    )
    text = blocks.RichTextBlock(label=_("text"), features=INLINE)

    class Meta:
        label = _("note")
        icon = "help"
        template = "tomoni/guidelines/blocks/note.html"


class SetAsideBlock(blocks.StructBlock):
    """A piece of an imported text that an editor has to look at; visitors do not see it."""

    text = blocks.TextBlock(label=_("text"), rows=3)
    reason = blocks.CharBlock(label=_("why it was set aside"), required=False, max_length=200)

    def render(self, value: Any, context: Any = None) -> str:  # noqa: ARG002 -- Wagtail's signature
        return ""

    def get_searchable_content(self, value: Any) -> list[str]:  # noqa: ARG002 -- visitors see none
        return []

    class Meta:
        label = _("set aside")
        icon = "warning"
