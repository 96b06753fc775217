"""Feedback from the question under a page to the editors' report."""

import csv
import io
import uuid
from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import PageViewRestriction

from tomoni.api import StandardPage
from tomoni.testing import factories
from tomoni_feedback import selectors, services
from tomoni_feedback.models import Answer


@pytest.fixture
def page(db: None) -> StandardPage:
    cache.clear()
    site = factories.make_site()
    return factories.make_page(site.root_page, title="ごみの出し方", slug="garbage")


def send(page: StandardPage, **values: str) -> object:
    data = {"helpful": "yes", "comment": "", "token": str(uuid.uuid4()), "website": "", **values}
    return Client().post(f"/ja/feedback/{page.pk}/", data)


def give(page: StandardPage, **values: object) -> Answer:
    return services.give_answer(
        **{
            "page": page,
            "language": "ja",
            "helpful": True,
            "comment": "",
            "token": uuid.uuid4(),
            "address": "203.0.113.9",
            **values,
        }
    )


def test_page_asks_whether_it_helped(page: StandardPage) -> None:
    html = Client().get("/ja/garbage/").content.decode()

    assert f'href="/ja/feedback/{page.pk}/?helpful=yes"' in html


def test_closed_page_does_not_ask_what_nobody_may_answer(page: StandardPage) -> None:
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )
    visitor = Client()
    closed = visitor.get("/ja/garbage/").content.decode()
    visitor.post(
        f"/ja/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "himitsu", "return_url": "/ja/garbage/"},
    )

    opened = visitor.get("/ja/garbage/").content.decode()

    assert ("<h1>" in opened, "/feedback/" in closed, "/feedback/" in opened) == (
        True,
        False,
        False,
    )


def test_double_click_that_meets_itself_is_stored_once(
    page: StandardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = uuid.uuid4()

    def meanwhile(_address: str) -> None:
        Answer.objects.create(token=token, page=page, page_title="", language="ja", helpful=True)

    monkeypatch.setattr(services, "count_answer", meanwhile)

    answer = give(page, token=token)

    assert list(Answer.objects.all()) == [answer]


def test_comment_is_no_formula_in_the_table_that_editors_take_away(
    page: StandardPage, reader: Client
) -> None:
    give(page, comment='=HYPERLINK("https://evil.example","見る")')
    give(page, comment="-とても よい")
    give(page, comment="よい")

    response = reader.get("/admin/reports/feedback/?export=csv")

    rows = list(csv.reader(io.StringIO(b"".join(response).decode())))
    assert [row[-1] for row in rows[1:]] == [
        "よい",
        "'-とても よい",
        '\'=HYPERLINK("https://evil.example","見る")',
    ]


def test_comment_with_control_characters_breaks_no_excel_file(
    page: StandardPage, reader: Client
) -> None:
    send(page, comment="よい\x0b\x1b　ページ\r\nです")

    response = reader.get("/admin/reports/feedback/?export=xlsx")

    table = load_workbook(io.BytesIO(b"".join(response))).active
    assert [row[-1] for row in table.iter_rows(values_only=True)][1:] == ["よい　ページ\nです"]


def test_front_page_does_not_ask(page: StandardPage) -> None:
    assert "/feedback/" not in Client().get("/ja/").content.decode()


def test_answer_is_stored_without_a_person(page: StandardPage) -> None:
    response = send(page, helpful="no", comment="電話番号がない")

    assert response.headers["Location"] == f"/ja/feedback/{page.pk}/thanks/"
    assert list(Answer.objects.values("page", "page_title", "language", "helpful", "comment")) == [
        {
            "page": page.pk,
            "page_title": "ごみの出し方",
            "language": "ja",
            "helpful": False,
            "comment": "電話番号がない",
        }
    ]


def test_form_sent_twice_is_stored_once(page: StandardPage) -> None:
    token = str(uuid.uuid4())

    send(page, token=token)
    send(page, token=token)

    assert Answer.objects.count() == 1


def test_wrong_answer_comes_back_with_what_was_typed(page: StandardPage) -> None:
    response = send(page, helpful="perhaps", comment="書いたこと")

    assert response.status_code == 422
    assert "書いたこと" in response.content.decode()
    assert not Answer.objects.exists()


def test_eleventh_answer_in_ten_minutes_is_refused_and_kept_in_the_form(
    page: StandardPage,
) -> None:
    for _number in range(10):
        send(page)

    response = send(page, comment="まだある")

    assert response.status_code == 429
    assert "まだある" in response.content.decode()
    assert Answer.objects.count() == 10


def test_program_that_fills_in_everything_is_thanked_and_not_heard(page: StandardPage) -> None:
    response = send(page, website="https://spam.example")

    assert response.status_code == 302
    assert not Answer.objects.exists()


@pytest.mark.parametrize("hide", ["draft", "restriction", "nothing there"])
def test_page_that_visitors_cannot_read_is_not_asked_about(page: StandardPage, hide: str) -> None:
    number = page.pk
    if hide == "draft":
        page.unpublish()
    elif hide == "restriction":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        number = 10**20

    assert Client().get(f"/ja/feedback/{number}/").status_code == 404


def test_old_answers_are_forgotten(page: StandardPage) -> None:
    old, young = give(page), give(page)
    Answer.objects.filter(pk=old.pk).update(given_at=timezone.now() - timedelta(days=401))

    services.forget_old()

    assert list(Answer.objects.all()) == [young]


def test_weeks_count_yes_and_no_and_show_empty_weeks(page: StandardPage) -> None:
    give(page)
    give(page, helpful=False)
    today = timezone.localdate()

    weeks = selectors.weeks_until(today)

    assert [(week.yes, week.no) for week in weeks] == [(0, 0)] * 11 + [(1, 1)]
    assert weeks[-1].begins == today - timedelta(days=today.weekday())


def test_bars_reach_the_whole_height_in_the_fullest_week() -> None:
    week = selectors.Week(begins=date(2026, 11, 23), yes=3, no=1)

    bar = selectors.bars_of([week], top=4)[0]

    assert (bar.yes_top, bar.yes_height, bar.no_top, bar.no_height) == (15, 45, 0, 15)


@pytest.mark.parametrize("answers", [1, 3])
def test_report_asks_the_same_queries_for_one_and_three(
    page: StandardPage, answers: int, django_assert_max_num_queries, reader: Client
) -> None:
    for _number in range(answers):
        give(page)
    reader.get("/admin/reports/feedback/")

    with django_assert_max_num_queries(14):
        html = reader.get("/admin/reports/feedback/").content.decode()

    assert html.count("ごみの出し方") == answers


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in("access_admin", "view_answer")


def signed_in(*permissions: str) -> Client:
    user = get_user_model().objects.create_user(
        username=(name := "-".join(permissions)), email=f"{name}@example.jp", password="x"
    )
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_report_is_refused_without_the_permission(page: StandardPage) -> None:
    response = signed_in("access_admin").get("/admin/reports/feedback/")

    assert response.status_code == 302


def test_dashboard_shows_the_plot_to_those_who_may_read(page: StandardPage, reader: Client) -> None:
    give(page)

    assert "feedback-plot" in reader.get("/admin/").content.decode()
    assert "feedback-panel" not in signed_in("access_admin").get("/admin/").content.decode()
