"""The section is reminded once for each date; lists show what is due and what the checks find."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.editing.conftest import OTHER, hall  # noqa: F401 -- a fixture
from tests.editing.people import edit_url, form_of, person, save, signed_in

from tomoni.guidelines.checking.subjects import subject_of
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.services.reviews import remind_sections
from tomoni.home.models import Section
from tomoni.testing import factories

TODAY = timezone.localdate()


@pytest.fixture
def due(hall):  # noqa: F811 -- the fixture
    section = Section.objects.create(
        name="協働推進課", email="kyodo@example.jp", locale=hall.document.locale
    )
    GuidelinePage.objects.update(review_due=TODAY, section=section)
    return GuidelinePage.objects.get()


def test_section_is_reminded_once_for_each_date(due):
    counts = [remind_sections(), remind_sections()]
    GuidelinePage.objects.update(review_due=TODAY - timedelta(days=1))
    counts.append(remind_sections())

    assert counts == [1, 0, 1]
    letter = mail.outbox[0]
    assert letter.to == ["kyodo@example.jp"]
    assert letter.subject == "【見直しの時期です】協働の指針"
    assert letter.body.startswith("協働推進課 御中")
    assert f"http://localhost:8000{edit_url(due)}" in letter.body


@pytest.mark.parametrize(
    "changed",
    [
        {"review_due": TODAY + timedelta(days=1)},
        {"review_due": None},
        {"section": None},
        {"state": "repealed"},
        {"live": False},
    ],
    ids=["later", "no date", "no section", "repealed", "draft"],
)
def test_nobody_is_reminded_of(due, changed):
    GuidelinePage.objects.update(**changed)

    assert remind_sections() == 0


def test_section_without_address_is_shown_in_the_list(due, hall):  # noqa: F811
    Section.objects.update(email="")

    assert remind_sections() == 0
    html = hall.writes.get(reverse("tomoni_review_report")).content.decode()
    assert "課のメールアドレスがありません" in html


def test_mail_that_fails_is_tried_again(due, settings):
    kept = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    failed = remind_sections()
    settings.EMAIL_BACKEND = kept

    assert (failed, remind_sections()) == (0, 1)


def test_publication_forgets_no_reminder(due):
    due.save_revision()
    remind_sections()

    GuidelinePage.objects.get().get_latest_revision().publish()

    assert remind_sections() == 0


def test_list_marks_what_is_overdue(due, hall):  # noqa: F811
    url = reverse("tomoni_review_report")
    today = hall.writes.get(url).content.decode()
    GuidelinePage.objects.update(review_due=TODAY - timedelta(days=1))

    late = hall.writes.get(url).content.decode()

    assert ("期限超過" in today, "期限超過" in late) == (False, True)
    assert "協働の指針" in hall.writes.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["tomoni_review_report", "tomoni_findings_report"])
def test_lists_are_for_those_who_edit(hall, name):  # noqa: F811
    clients = [hall.writes, hall.approves, signed_in(person("nobody")), Client()]

    assert [one.get(reverse(name)).status_code for one in clients] == [200, 200, 302, 302]


@pytest.mark.parametrize("count", [1, 3])
def test_findings_of_many_documents_take_the_same_queries(
    hall,  # noqa: F811
    site,
    count,
    django_assert_max_num_queries,
):
    for number in range(count - 1):
        document = factories.make_guideline(site.root_page, title=f"文書{number}")
        factories.make_chapter(document)
    client = hall.writes
    client.get(reverse("tomoni_findings_report"))

    with django_assert_max_num_queries(24):
        html = client.get(reverse("tomoni_findings_report")).content.decode()

    assert html.count("<h2 id=") == count


def test_checks_of_one_document_take_two_queries(hall, django_assert_num_queries):  # noqa: F811
    with django_assert_num_queries(2):
        subject_of(hall.document)


def test_edit_view_shows_findings_that_lead_to_their_block(hall):  # noqa: F811

    body = [(OTHER, "paragraph", '<p><a href="#s-99999999">第９節</a></p>')]
    save(hall.writes, hall.second, form_of(hall.second, body=body))

    own = hall.writes.get(edit_url(hall.second)).content.decode()
    of_document = hall.writes.get(edit_url(hall.document)).content.decode()
    report = hall.writes.get(reverse("tomoni_findings_report")).content.decode()

    assert "参照「第９節」の行き先が、この文書にありません。" in own
    assert f'data-tomoni-block="{OTHER}"' in own
    for html in (of_document, report):
        assert f'href="{edit_url(hall.second)}#block-{OTHER}-section"' in html


def test_edit_view_says_what_goes_along(hall):  # noqa: F811
    correction = hall.writes.get(edit_url(hall.document)).content.decode()
    save(hall.writes, hall.chapter, form_of(hall.chapter, title="変えた章"))
    save(hall.writes, hall.second, form_of(hall.second, ends_with_edition="on"))
    save(hall.writes, hall.document, form_of(hall.document, edition="第２版"))

    html = hall.writes.get(edit_url(hall.document)).content.decode()

    assert "今の版の訂正になります" in correction
    panel = html.split('class="tomoni-along"')[1].split("</div>")[0]
    assert panel.index("この文書と一緒に公開される章") < panel.index("第１章　変えた章")
    assert panel.index("この公開で取り下げられる章") < panel.index("第２章　進め方")
