"""Open bodies: blocks from the registry, unknown ones carried along, migrations untouched."""

import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from tomoni.plugins import BlockType
from tomoni.plugins.bodies import OpaqueBlock, OpenStreamField
from tomoni.plugins.registry import Registry, RegistryNotReadyError

WORD = BlockType(body="front", name="word", block="wagtail.blocks.CharBlock")
STORED = [
    {"type": "word", "value": "shown", "id": "1"},
    {"type": "gone", "value": {"deep": ["尐", None, 1.5]}, "id": "2"},
    {"type": "gone", "value": "text", "id": "3"},
]


@pytest.fixture
def body(extensions):
    with extensions(WORD):
        yield OpenStreamField(body="front", blank=True)


def test_block_set_holds_only_its_own_body(extensions):
    field = OpenStreamField(body="test body")

    with extensions(
        BlockType(body="test body", name="mine", block="wagtail.blocks.CharBlock"),
        BlockType(body="other", name="other", block="wagtail.blocks.CharBlock"),
    ):
        names = list(field.stream_block.child_blocks)

    assert names == ["mine"]


def test_block_may_come_from_a_function(extensions):
    field = OpenStreamField(body="test body")

    with extensions(BlockType(body="test body", name="made", block=f"{__name__}.made_block")):
        block = field.stream_block.child_blocks["made"]

    assert type(block) is CharBlock


def made_block():
    return CharBlock(max_length=3)


@pytest.mark.parametrize("stored", [STORED, json.dumps(STORED)], ids=["list", "text"])
def test_unknown_blocks_survive_loading_and_saving(body, stored):
    value = body.to_python(stored)

    kept = body.get_prep_value(value)

    assert kept == STORED


def test_unknown_blocks_survive_after_every_child_was_looked_at(body):
    value = body.to_python(STORED)
    seen = [child.value for child in value]

    kept = body.get_prep_value(value)

    assert seen == ["shown", {"deep": ["尐", None, 1.5]}, "text"]
    assert kept == STORED


def test_unknown_blocks_show_nothing(body):
    value = body.to_python(STORED)

    shown = str(value)

    assert shown == '<div class="block-word">shown</div>'
    assert str(value[1]) == ""
    assert body.get_searchable_content(value) == ["shown"]
    assert body.stream_block.get_api_representation(value)[1]["value"] is None


def test_unknown_blocks_travel_through_the_form(body):
    block = body.stream_block
    state = block.get_form_state(body.to_python(STORED))
    posted = {"body-count": str(len(state))}
    for number, child in enumerate(state):
        posted |= {
            f"body-{number}-deleted": "",
            f"body-{number}-order": str(number),
            f"body-{number}-type": child["type"],
            f"body-{number}-id": child["id"],
            f"body-{number}-value": child["value"],
        }

    cleaned = block.clean(block.value_from_datadict(posted, {}, "body"))

    assert cleaned.get_prep_value() == STORED


def test_form_that_fails_elsewhere_keeps_the_unknown_value(body):
    block = OpaqueBlock()
    posted = block.value_from_datadict({"x": block.get_form_state("text")}, {}, "x")

    again = block.get_form_state(posted)

    assert (posted, again) == ("text", '"text"')


def test_damaged_unknown_value_is_refused():
    block = OpaqueBlock()
    posted = block.value_from_datadict({"x": "{broken"}, {}, "x")

    with pytest.raises(ValidationError, match="arrived damaged"):
        block.clean(posted)

    assert block.get_form_state(posted) == "{broken"


def test_unknown_block_is_known_again_when_its_plugin_returns(extensions):
    field = OpenStreamField(body="test body")
    kept = field.get_prep_value(field.to_python(STORED))

    with extensions(
        BlockType(body="test body", name="gone", block="wagtail.blocks.StaticBlock"),
        BlockType(body="test body", name="word", block="wagtail.blocks.CharBlock"),
    ):
        blocks = [type(child.block).__name__ for child in field.to_python(kept)]

    assert blocks == ["CharBlock", "StaticBlock", "StaticBlock"]


def test_text_that_is_no_stream_is_kept_as_raw_text(body):
    value = body.to_python("<p>from a rich text field</p>")

    assert body.get_prep_value(value) == "<p>from a rich text field</p>"


def test_migrations_never_see_the_blocks(body):
    _name, path, arguments, options = body.deconstruct()
    reference = StreamField([], blank=True).deconstruct()

    assert (path, arguments, options) == reference[1:]


def test_clone_keeps_body_and_limits():
    field = OpenStreamField(body="front", blank=True, min_num=1, max_num=5)

    clone = field.clone()

    assert (type(clone), clone.body, clone.block_opts) == (
        OpenStreamField,
        "front",
        {"required": False, "min_num": 1, "max_num": 5},
    )


def test_field_needs_a_body_and_no_blocks():
    with pytest.raises(TypeError, match="takes a body= and no block types"):
        OpenStreamField([("word", CharBlock())], body="front")

    with pytest.raises(TypeError, match="takes a body= and no block types"):
        OpenStreamField()


def test_body_used_before_plugins_have_spoken_says_so(monkeypatch):
    monkeypatch.setattr("tomoni.plugins.bodies.registry", Registry())
    field = OpenStreamField(body="front")

    with pytest.raises(RegistryNotReadyError, match="BlockType was asked for before"):
        field.to_python("[]")
