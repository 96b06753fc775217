"""The list from which editors choose a section to refer to."""

from django.test import Client
from django.urls import reverse
from tests.editing.conftest import HEADING, hall  # noqa: F401 -- a fixture
from tests.editing.people import edit_url, person, signed_in


def test_sections_of_the_document_are_listed_in_reading_order(hall):  # noqa: F811
    url = reverse("tomoni_sections", args=[hall.second.pk])

    found = hall.writes.get(url).json()["sections"]

    assert [(one["anchor"], one["words"], one["level"]) for one in found] == [
        ("s-0000000a", "第１章　はじめに", 1),
        (f"s-{HEADING.hex[:8]}", "第１節　目的", 2),
        ("s-0000000b", "第２章　進め方", 1),
    ]
    assert found[1]["link"] == "「第１節　目的」"


def test_sections_are_for_those_who_edit(hall, site):  # noqa: F811
    url = reverse("tomoni_sections", args=[hall.second.pk])
    of_home = reverse("tomoni_sections", args=[site.root_page.pk])

    statuses = [one.get(url).status_code for one in (Client(), signed_in(person("nobody")))]

    assert statuses == [302, 302]
    assert hall.writes.get(of_home).status_code == 404


def test_edit_view_has_the_words_of_the_button(hall):  # noqa: F811
    html = hall.writes.get(edit_url(hall.chapter)).content.decode()

    assert 'id="tomoni-reference-words"' in html
    assert "tomoni/guidelines/editing/reference.js" in html
