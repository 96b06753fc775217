"""The demo town's guideline: whole, navigable, its references and notes in their places."""

from tomoni.guidelines.demo import content as guideline_content
from tomoni.home.demo import content
from tomoni.home.demo.content.blocks import Block, Heading, Note, block_id, targets, texts


def outline(blocks: tuple[Block, ...]) -> list[tuple[str, int]]:
    return [(block.key, block.level) for block in blocks if isinstance(block, Heading)]


def test_guideline_keys_are_unique_across_its_chapters():
    whole = guideline_content.guideline()
    headings = [key for chapter in whole.chapters for key, _level in outline(chapter.blocks)]
    blocks = [block.key for chapter in whole.chapters for block in chapter.blocks]

    assert len(set(headings)) == len(headings)
    assert len({block_id(whole.key, key) for key in blocks}) == len(blocks)


def test_guideline_headings_never_skip_a_level():
    whole = guideline_content.guideline()

    for chapter in whole.chapters:
        levels = [level for _key, level in outline(chapter.blocks)]
        steps = [after - before for before, after in zip([1, *levels], levels, strict=False)]
        assert max(steps) == 1, chapter.title


def test_guideline_references_lead_to_headings_and_sections():
    whole = guideline_content.guideline()
    places = guideline_content.heading_places(whole)
    sections = {section.key for section in content.sections("ja")}
    found = [t.split(":") for chapter in whole.chapters for t in targets(chapter.blocks)]

    assert [key for kind, key in found if kind == "key" and key not in places] == []
    assert [key for kind, key in found if kind == "section" and key not in sections] == []
    assert {kind for kind, _key in found} == {"key", "section"}


def test_guideline_refers_across_chapters():
    whole = guideline_content.guideline()
    places = guideline_content.heading_places(whole)

    crossing = {
        (chapter.key, places[target.removeprefix("key:")])
        for chapter in whole.chapters
        for target in targets(chapter.blocks)
        if target.startswith("key:")
    }

    assert {("chapter-1", "chapter-2"), ("chapter-1", "chapter-3")} <= crossing
    assert {("chapter-2", "chapter-3"), ("chapter-3", "chapter-2")} <= crossing


def test_guideline_notes_stand_behind_their_marks():
    whole = guideline_content.guideline()
    orphans, notes = [], 0
    for chapter in whole.chapters:
        before = ""
        for block in chapter.blocks:
            if isinstance(block, Note):
                notes += 1
                if before.count(block.mark) != 1:
                    orphans.append((chapter.key, block.mark))
            else:
                before += "".join(texts(block))

    assert orphans == []
    assert notes == 6


def test_guideline_fills_some_eight_pages():
    whole = guideline_content.guideline()

    letters = sum(
        len(text) for chapter in whole.chapters for block in chapter.blocks for text in texts(block)
    )

    assert len(whole.chapters) == 3
    assert 6000 <= letters <= 8000
