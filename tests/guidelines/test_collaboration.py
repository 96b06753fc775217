"""The model of collaboration as data for other rooms."""

import json

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation
from tests.guidelines.test_reading import anchor, block_id, heading
from wagtail.models import PageViewRestriction, Site

from tomoni.api import collaboration_model_of, frame_of
from tomoni.guidelines import drafts
from tomoni.guidelines.collaboration import CollaborationModel, Domain, Form, Principle
from tomoni.guidelines.models import GuidelinePage
from tomoni.testing import factories

BODY = [
    heading("領域"),
    drafts.domains(
        block_id=block_id("d"),
        title="領域",
        domains=[
            drafts.Domain("A", "市民の領域"),
            drafts.Domain("B", "協働の領域", rule="話しあう", is_collaboration=True),
        ],
    ),
    drafts.forms(
        block_id=block_id("f"), title="形態", forms=[drafts.Form("共催", "ともに", domains=["B"])]
    ),
]


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    document = factories.make_guideline(site.root_page, slug="guideline")
    factories.make_chapter(document, slug="one", body=json.dumps(BODY))
    principles = drafts.principles(
        block_id=block_id("p"), title="原則", principles=[drafts.Principle("対等", "上下がない。")]
    )
    factories.make_chapter(document, slug="two", body=json.dumps([principles]))
    return document


def request() -> HttpRequest:
    return RequestFactory(HTTP_HOST="localhost").get("/ja/")


def test_model_is_read_in_order_with_the_address_of_each_section(
    document: GuidelinePage, django_assert_num_queries
) -> None:
    with translation.override("ja"):
        frame = frame_of(request())
        with django_assert_num_queries(1):
            model = collaboration_model_of(document, frame=frame)

    url = f"/ja/guideline/one/#{anchor('領域')}"
    shared = Domain("B", "協働の領域", "", "話しあう", "", is_collaboration=True, url=url)
    form = Form("共催", "ともに", "", "", "", ("B",), url)
    assert model == CollaborationModel(
        domains=(Domain("A", "市民の領域", "", "", "", is_collaboration=False, url=url), shared),
        forms=(form,),
        principles=(Principle("対等", "上下がない。", "/ja/guideline/two/"),),
    )
    assert model.forms_of(shared) == (form,)


def test_closed_chapter_gives_nothing(document: GuidelinePage) -> None:
    PageViewRestriction.objects.create(
        page=document.get_children().get(slug="two"),
        restriction_type=PageViewRestriction.LOGIN,
    )

    with translation.override("ja"):
        model = collaboration_model_of(document, frame=frame_of(request()))

    assert (len(model.domains), model.principles) == (2, ())
