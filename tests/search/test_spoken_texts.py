"""What editors choose for a block is not said to visitors, so it must not be found either."""

from collections.abc import Iterable

from django.utils.module_loading import import_string
from wagtail.blocks import Block, ChoiceBlock, ListBlock

from tomoni.plugins import BlockType, registry


def choices_in(block: Block, path: str) -> Iterable[tuple[str, ChoiceBlock]]:
    if isinstance(block, ChoiceBlock):
        yield path, block
    if isinstance(block, ListBlock):
        yield from choices_in(block.child_block, path)
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from choices_in(child, f"{path}.{name}")


def test_choices_of_blocks_are_not_searched() -> None:
    choices = {
        path: block
        for kind in registry.of(BlockType)
        for path, block in choices_in(import_string(kind.block)(), f"{kind.body}.{kind.name}")
    }

    searched = [path for path, block in choices.items() if block.search_index]

    assert "guideline.heading.level" in choices
    assert searched == []
