"""Open bodies: stream fields whose block types come from the registry.

Wagtail drops blocks that it does not know and writes the list of blocks into migrations. Either
would make a plugin's coming and going dangerous, so an open body keeps unknown blocks as they are
stored and tells migrations nothing about blocks.
"""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise, cached_property
from django.utils.html import format_html_join
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks import Block, FieldBlock, StreamBlock, StreamValue
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.fields import StreamField

from tomoni.plugins.extensions import BlockType
from tomoni.plugins.registry import registry


class _Damaged(str):
    """Form data that was to carry a stored block, but is no JSON."""

    __slots__ = ()


class OpaqueBlock(FieldBlock):
    """A block of a switched-off plugin: carried along unchanged, invisible to visitors."""

    def __init__(self, **kwargs: Any) -> None:  # Any: Wagtail's own open-ended block options
        self.field = forms.CharField(required=False, widget=forms.HiddenInput())
        super().__init__(**kwargs)

    def value_for_form(self, value: object) -> str:
        return value if isinstance(value, _Damaged) else json.dumps(value, ensure_ascii=False)

    def value_from_form(self, value: str) -> object:
        try:
            return json.loads(value)
        except (TypeError, ValueError):
            return _Damaged(value or "")

    def clean(self, value: object) -> object:
        if isinstance(value, _Damaged):
            raise ValidationError(_("The stored content of this part arrived damaged."))
        return value

    def get_prep_value(self, value: object) -> object:
        return value

    def render(self, value: object, context: object = None) -> str:  # noqa: ARG002
        return ""

    render_basic = render

    def get_searchable_content(self, value: object) -> list[str]:  # noqa: ARG002
        return []

    def get_api_representation(self, value: object, context: object = None) -> None:  # noqa: ARG002
        return None

    class Meta:
        icon = "warning"
        default = None
        group = "tomoni-opaque"


class OpenStreamBlock(StreamBlock):
    """The blocks of one body, and those that nobody knows any more."""

    child_blocks: dict[str, Block]

    def to_python(self, value: Any) -> StreamValue:  # Any: stored text, raw list or finished value
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return self.empty_value(raw_text=value)
        if value and not isinstance(value, StreamValue):
            value = list(value)
            self._adopt(item["type"] for item in value if isinstance(item, dict))
        return super().to_python(value)

    def _adopt(self, names: Any) -> None:  # Any: whatever the stored JSON holds
        unknown = {name for name in names if name not in self.child_blocks}
        if not unknown:
            return
        adopted = dict(self.child_blocks)
        for name in sorted(unknown):
            adopted[name] = OpaqueBlock(label=_opaque_label(name))
            adopted[name].set_name(name)
        # Replaced in one step, never changed in place: other threads may be iterating over it.
        self.child_blocks = adopted

    def render_basic(self, value: StreamValue, context: object = None) -> SafeString:
        shown = [child for child in value if not isinstance(child.block, OpaqueBlock)]
        return format_html_join(
            "\n",
            '<div class="block-{}">{}</div>',
            ((child.block_type, child.render(context=context)) for child in shown),
        )


class OpenStreamBlockAdapter(StreamBlockAdapter):
    """Let the editor's form carry opaque blocks without offering them."""

    js_constructor = "tomoni.plugins.OpenStreamBlock"

    @cached_property
    def media(self) -> forms.Media:
        media: forms.Media = super().media
        return media + forms.Media(js=[versioned_static("tomoni/plugins/open_body.js")])


register(OpenStreamBlockAdapter(), OpenStreamBlock)


class OpenStreamField(StreamField):
    """A stream field that takes its blocks from the registry; `body` is its public name."""

    def __init__(self, block_types: object = (), *, body: str = "", **kwargs: Any) -> None:
        if not body or block_types:
            raise TypeError("an OpenStreamField takes a body= and no block types of its own")
        self.body = body
        self._built: tuple[int, StreamBlock] | None = None
        super().__init__([], **kwargs)

    @property
    def stream_block(self) -> StreamBlock:
        """Build the block set on first use, and again when a test changes the registry."""
        if self._built is None or self._built[0] != registry.version:
            self._built = (registry.version, self._build())
        return self._built[1]

    def _build(self) -> StreamBlock:
        block = OpenStreamBlock(
            [(kind.name, _block(kind)) for kind in registry.of(BlockType) if kind.body == self.body]
        )
        block.set_meta_options(self.block_opts)
        return block

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, Any]]:
        name, _path, _args, kwargs = models.Field.deconstruct(self)
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs

    def clone(self) -> "OpenStreamField":
        _name, _path, _args, kwargs = self.deconstruct()
        del kwargs["block_lookup"]
        options = {key: value for key, value in self.block_opts.items() if key != "required"}
        return type(self)(body=self.body, **options, **kwargs)


def _block(kind: BlockType) -> Block:
    found = import_string(kind.block)
    return found if isinstance(found, Block) else found()


def _opaque_label(name: str) -> Promise:
    return format_lazy(
        _("Part of a switched-off plugin ({name}): kept, not shown to visitors"), name=name
    )
