"""The feed of a document's changes, as programs for reading feeds take it."""

from datetime import datetime
from xml.etree import ElementTree as ET

from django.test import Client
from tests.guidelines.test_comparison_pages import make_editions
from tests.guidelines.test_editions import edited, publish_draft
from wagtail.models import PageViewRestriction, Site

from tomoni.guidelines.models import ChapterPage
from tomoni.home.frame import forget_frames
from tomoni.testing import factories

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(path: str = "/ja/guideline/changes.atom") -> ET.Element:
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 -- our own


def texts(element: ET.Element, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path.replace("/", f"/{ATOM}"))]


def hrefs(element: ET.Element, rel: str) -> list[str]:
    return [one.attrib["href"] for one in element.iter(f"{ATOM}link") if one.attrib["rel"] == rel]


def test_feed_tells_each_change_with_its_reason_and_place(site: Site) -> None:
    make_editions(site)
    page = ChapterPage.objects.get(slug="ch2")
    publish_draft(edited(page, change_note="<b>誤字</b>を直しました。"))

    found = feed()

    assert texts(found, "./entry/title") == [
        "修正しました：ch2",
        "改定しました：指針",
        "公開しました：指針",
    ]
    assert texts(found, "./entry/content")[0] == "<b>誤字</b>を直しました。"
    assert hrefs(found, "alternate") == [
        "http://testserver/ja/guideline/",
        "http://testserver/ja/guideline/ch2/",
        "http://testserver/ja/guideline/compare/%E7%AC%AC1%E7%89%88/%E7%AC%AC2%E7%89%88/",
        "http://testserver/ja/guideline/",
    ]
    assert hrefs(found, "self") == ["http://testserver/ja/guideline/changes.atom"]


def test_feed_has_what_atom_asks_for(site: Site) -> None:
    make_editions(site)

    found = feed()

    assert found.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "ja"
    for element in (found, *found.findall(f"{ATOM}entry")):
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert [names.count(name) for name in ("id", "title", "updated", "author")] == [1] * 4
    moments = [datetime.fromisoformat(str(one)) for one in texts(found, "./entry/updated")]
    assert moments == sorted(moments, reverse=True)
    assert texts(found, "./updated") == texts(found, "./entry/updated")[:1]
    ids = [*texts(found, "./id"), *texts(found, "./entry/id")]
    assert len(set(ids)) == len(ids)
    assert texts(feed(), "./entry/id") == ids[1:]


def test_feed_of_a_document_without_changes_is_empty_and_valid(site: Site) -> None:
    document = factories.make_guideline(site.root_page, slug="guideline")
    document.changes.all().delete()

    found = feed()

    assert found.findall(f"{ATOM}entry") == []
    assert len(texts(found, "./updated")) == 1


def test_closed_document_has_no_feed_and_closed_chapter_no_entry(site: Site) -> None:
    document = make_editions(site)
    page = ChapterPage.objects.get(slug="ch2")
    publish_draft(edited(page, change_note="直しました。"))
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )
    forget_frames()
    open_titles = texts(feed(), "./entry/title")
    PageViewRestriction.objects.create(
        page=document, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )
    forget_frames()

    response = Client().get("/ja/guideline/changes.atom")

    assert open_titles == ["改定しました：指針", "公開しました：指針"]
    assert response.status_code in {302, 404} or "entry" not in response.content.decode()


def test_feed_costs_the_same_however_many_changes(
    site: Site, django_assert_max_num_queries
) -> None:
    make_editions(site, chapters=3)
    for page in ChapterPage.objects.all():
        publish_draft(edited(page, change_note="直しました。"))
    Client().get("/ja/guideline/")

    with django_assert_max_num_queries(8):
        feed()


def test_document_and_chapters_lead_to_the_feed(site: Site) -> None:
    make_editions(site)
    link = '<link rel="alternate" type="application/atom+xml" href="/ja/guideline/changes.atom"'

    pages = [Client().get(f"/ja/guideline/{path}").content.decode() for path in ("", "ch1/")]

    assert [page.count(link) for page in pages] == [1, 1]
