"""The contents of one page: headings below their sections, and articles side by side."""

from tomoni.guidelines.reading.pages import nested
from tomoni.guidelines.selectors import Entry


def entries(*levels: int) -> list[Entry]:
    return [
        Entry(page_id=1, anchor=f"s-{place}", number="", title=f"h{place}", level=level, url="")
        for place, level in enumerate(levels)
    ]


def shape(*levels: int) -> list[tuple[str, list[str]]]:
    return [
        (item.text, [child.text for child in item.children]) for item in nested(entries(*levels))
    ]


def test_headings_stand_below_their_sections() -> None:
    assert shape(2, 3, 4, 2) == [("h0", ["h1", "h2"]), ("h3", [])]


def test_articles_without_a_heading_above_them_stand_side_by_side() -> None:
    assert shape(3, 3, 3) == [("h0", []), ("h1", []), ("h2", [])]


def test_what_comes_before_the_first_section_stands_alone() -> None:
    assert shape(3, 2, 3) == [("h0", []), ("h1", ["h2"])]


def test_page_without_headings_has_no_contents() -> None:
    assert shape() == []
