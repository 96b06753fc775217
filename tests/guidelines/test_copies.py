"""A copied chapter has sections of its own: no address stands for two of them."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.editing.conftest import HEADING, TEXT, hall  # noqa: F401 -- a fixture
from tests.editing.people import fresh

from tomoni.guidelines.models import ChapterPage, GuidelinePage

ANCHOR = f"s-{HEADING.hex[:8]}"


def copied(hall, page, **asked):  # noqa: F811 -- the fixture
    hall.chief.is_superuser = True
    hall.chief.save()
    place = page.get_parent().pk
    data = {"new_title": "写し", "new_slug": "copied", "new_parent_page": place, **asked}
    answer = hall.approves.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert answer.status_code == 302


def refer_to_itself(page):
    body = list(fresh(page).body.get_prep_value())
    body[1]["value"] = f'<p><a href="#{ANCHOR}">第１節</a>を参照。</p>'
    page = fresh(page)
    page.body = json.dumps(body)
    page.save_revision().publish()


@pytest.mark.parametrize("asked", [{}, {"publish_copies": "on"}], ids=["draft", "public"])
def test_chapter_copied_beside_itself_has_sections_of_its_own(hall, asked):  # noqa: F811
    refer_to_itself(hall.chapter)

    copied(hall, hall.chapter, **asked)

    copy = ChapterPage.objects.get(slug="copied")
    assert copy.live == bool(asked)
    copy.get_latest_revision().publish()
    whole = Client().get("/ja/guideline/all/").content.decode()
    found = re.findall(r'\bid="([^"]+)"', whole)
    assert len(found) == len(set(found))
    assert Client().get(f"/ja/guideline/s/{ANCHOR}/").url.endswith(f"/one/#{ANCHOR}")
    html = Client().get("/ja/guideline/copied/").content.decode()
    [own] = re.findall(r'<h\d id="(s-[^"]+)"', html)
    assert f'href="#{own}"' in html
    assert ANCHOR not in str(ChapterPage.objects.get(pk=copy.pk).body.get_prep_value())


def test_document_copied_whole_keeps_its_links(hall):  # noqa: F811
    refer_to_itself(hall.chapter)

    copied(hall, hall.document, copy_subpages="on", publish_copies="on")

    document = GuidelinePage.objects.get(slug="copied")
    [one, _two] = ChapterPage.objects.child_of(document).order_by("path")
    assert [block["id"] for block in one.body.get_prep_value()] == [str(HEADING), str(TEXT)]
    assert one.anchor == "s-0000000a"
    assert Client().get(f"/ja/copied/s/{ANCHOR}/").url.endswith(f"/copied/one/#{ANCHOR}")
