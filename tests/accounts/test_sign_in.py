"""Signing in by name or mail address, and the limit after failures."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils.translation import override

from tomoni.accounts.roles import EDITOR

pytestmark = pytest.mark.django_db


def address(name="sign_in", language="ja"):
    with override(language):
        return reverse(f"plugins:tomoni_accounts:{name}")


WRONG = "wrong"


def try_in(client, username="sato", password=WRONG, language="ja", **extra):
    return client.post(
        address(language=language), {"username": username, "password": password}, **extra
    )


def signed_in(client):
    return "_auth_user_id" in client.session


def test_sign_in_page_labels_its_fields_and_is_not_indexed(client):
    html = client.get(address("sign_in", "en")).content.decode()

    assert '<label class="field-label" for="id_username">User name or mail address' in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize(
    "typed",
    ["sato", " sato ", "ｓａｔｏ", "sato@town.example", "SATO@Town.Example", "sato＠town.example"],
)
def test_sign_in_accepts_name_or_mail_address_as_people_type_them(client, typed, person, password):
    person("sato")

    response = try_in(client, typed, password)

    assert response.status_code == 302
    assert signed_in(client)


def test_sign_in_refuses_wrong_password_and_keeps_the_typed_name(client, person):
    person("sato")

    response = try_in(client)

    html = response.content.decode()
    assert response.status_code == 200
    assert 'value="sato"' in html
    assert not signed_in(client)


def test_sign_in_refuses_a_switched_off_account_like_a_wrong_password(client, person, password):
    person("sato", is_active=False)

    wrong = try_in(client, language="en")
    right = try_in(client, password=password, language="en")

    errors = [list(r.context["form"].non_field_errors()) for r in (wrong, right)]
    assert errors[0] == errors[1]
    assert not signed_in(client)


def test_sign_in_leads_editors_to_admin_and_others_to_front_page(client, person, password):
    person("sato", EDITOR)
    person("mori")

    editor = try_in(client, "sato", password).url
    client.logout()
    other = try_in(client, "mori", password).url

    assert (editor, other) == (reverse("wagtailadmin_home"), "/")


def test_sign_in_never_redirects_to_another_host(client, person, password):
    person("mori")

    response = client.post(
        address(), {"username": "mori", "password": password, "next": "https://evil.example/"}
    )

    assert response.url == "/"


def test_sign_in_locks_after_five_failures_and_says_what_to_do(client, person, password):
    person("sato")
    statuses = [try_in(client, language="en").status_code for _ in range(5)]

    locked = try_in(client, password=password, language="en")

    assert statuses == [200, 200, 200, 200, 429]
    assert locked.status_code == 429
    assert list(locked.context["form"].non_field_errors()) == [
        "Too many failed attempts. Wait 15 minutes and try again, or set a new password."
    ]
    assert 'value="sato"' in locked.content.decode()
    assert not signed_in(client)


def test_sign_in_counts_name_and_mail_address_as_one_account(client, person):
    person("sato")
    for typed in ("sato", "sato@town.example", "SATO@town.example", "ｓａｔｏ", "sato"):
        last = try_in(client, typed)

    assert last.status_code == 429


def test_sign_in_from_another_address_is_not_locked_out(client, person, password):
    person("sato")
    for _ in range(5):
        try_in(client)

    response = try_in(client, password=password, REMOTE_ADDR="198.51.100.7")

    assert response.status_code == 302


def test_sign_in_is_not_locked_for_a_colleague_at_the_same_address(client, person, password):
    person("sato")
    person("mori")
    for _ in range(5):
        try_in(client)

    response = try_in(client, "mori", password)

    assert response.status_code == 302


def test_success_forgets_earlier_failures(client, person, password):
    person("sato")
    for _ in range(4):
        try_in(client)

    try_in(client, password=password)

    assert AccessAttempt.objects.count() == 0


def test_failed_attempt_keeps_no_password(client):
    try_in(client, password="super-secret-word")

    row = AccessAttempt.objects.get()
    assert "super-secret-word" not in row.post_data


def test_locked_visitor_may_go_on_after_fifteen_minutes(client, person, password):
    person("sato")
    for _ in range(5):
        try_in(client)
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= timedelta(minutes=15, seconds=1)
        attempt.save()

    response = try_in(client, password=password)

    assert response.status_code == 302


def test_wagtail_sign_in_page_leads_to_ours(client):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == f"{address()}?next=/admin/"


def test_wagtail_own_login_address_keeps_where_to_go(client):
    response = client.get("/admin/login/?next=/admin/pages/")

    assert response.url == f"{address()}?next=/admin/pages/"


def test_person_without_admin_rights_is_told_instead_of_sent_in_circles(client, person):
    client.force_login(person("mori", display_name="森"))

    response = client.get("/admin/", follow=True)

    assert response.status_code == 200
    assert len(response.redirect_chain) == 1
    assert "森" in response.content.decode()


def test_signed_in_person_is_sent_on_from_the_sign_in_page(client, person):
    client.force_login(person("sato", EDITOR))

    assert client.get(address()).url == reverse("wagtailadmin_home")


def test_sign_out_asks_by_post_alone(client, person):
    client.force_login(person("sato"))

    by_link = client.get(address("sign_out")).status_code
    still_in = signed_in(client)
    by_form = client.post(address("sign_out")).status_code

    assert (by_link, still_in, by_form, signed_in(client)) == (405, True, 302, False)
