"""A document for staff is closed to everybody else, whatever door somebody tries."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from tests.editing.people import form_of, fresh, save
from wagtail.models import PageViewRestriction, Site

from tomoni.accounts.models import User
from tomoni.guidelines.models import Audience, GuidelinePage, RelatedPlan
from tomoni.testing import factories

SECRET = "職員だけの手びき"


@pytest.fixture
def handbook(site: Site) -> GuidelinePage:
    return factories.make_guideline(
        site.root_page, title=SECRET, slug="handbook", audience=Audience.STAFF, show_in_menus=True
    )


def signed_in(*groups: str) -> Client:
    person = User.objects.create_user(username="someone", password="x", email="someone@example.jp")
    person.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(person)
    return client


def test_staff_read_it(handbook):
    answer = signed_in("編集者").get("/ja/handbook/")

    assert (answer.status_code, SECRET in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("groups", [(), ("団体役員",), ("審査員",)])
def test_others_who_are_signed_in_do_not(handbook, groups):
    answer = signed_in(*groups).get("/ja/handbook/")

    assert answer.status_code in {302, 403}
    assert SECRET not in answer.content.decode()


def test_visitors_are_not_told_of_it_anywhere(handbook, client):
    front, found = client.get("/ja/"), client.get("/ja/search/?q=手びき")

    assert client.get("/ja/handbook/").status_code == 302
    assert SECRET not in front.content.decode() + found.content.decode()


def test_door_taken_away_by_hand_comes_back(handbook, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.all().delete()

    assert PageViewRestriction.objects.get().page_id == handbook.pk


def test_door_opens_when_residents_may_read_it(handbook):
    handbook.audience = Audience.RESIDENTS

    handbook.save()

    assert PageViewRestriction.objects.count() == 0


def test_password_of_a_document_for_residents_stays(site):
    document = factories.make_guideline(site.root_page)
    PageViewRestriction.objects.create(page=document, restriction_type="password", password="x")

    document.save()

    assert PageViewRestriction.objects.get().restriction_type == "password"


@pytest.mark.parametrize(
    ("published", "drafted", "status"), [("staff", "residents", 302), ("residents", "staff", 200)]
)
def test_draft_neither_opens_nor_closes(site, admin_client, published, drafted, status):
    document = factories.make_guideline(site.root_page, slug="paper", audience=published)

    save(admin_client, document, form_of(document, audience=drafted))

    assert fresh(document).get_latest_revision_as_object().audience == drafted
    assert Client().get("/ja/paper/").status_code == status


def test_plan_that_is_for_staff_is_named_without_its_address(site, handbook):
    document = factories.make_guideline(site.root_page, slug="paper")
    RelatedPlan.objects.create(document=document, name="手びき", page=handbook)

    html = Client().get("/ja/paper/").content.decode()

    assert ("手びき" in html, "/ja/handbook/" in html) == (True, False)
