"""A new password by mail: alike for all who ask, limited, and in their language."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from tomoni.accounts.models import Tally, User
from tomoni.accounts.views import ResetRequestView

pytestmark = pytest.mark.django_db


def address(name, language="ja"):
    with override(language):
        return reverse(f"plugins:tomoni_accounts:{name}")


def ask(client, typed, language="ja", **extra):
    return client.post(address("reset_request", language), {"email": typed}, **extra)


def link_in(message):
    return re.search(r"https?://[^/]+(/\S+)", message.body).group(1)


def test_reset_mails_a_link_that_sets_the_password(client, person):
    user = person("sato", display_name="佐藤")

    asked = ask(client, "SATO@town.example", language="en")
    form = client.get(link_in(mail.outbox[0]), follow=True)
    target = form.redirect_chain[-1][0]
    done = client.post(
        target, {"new_password1": "another-long-word", "new_password2": "another-long-word"}
    )

    assert asked.url == address("reset_sent", "en")
    assert mail.outbox[0].to == ["sato@town.example"]
    assert "Dear 佐藤," in mail.outbox[0].body
    assert done.url == address("reset_done", "en")
    assert User.objects.get(pk=user.pk).check_password("another-long-word")


def test_reset_answers_alike_for_unknown_known_and_switched_off(client, person):
    person("sato")
    person("off", is_active=False)

    answers = [ask(client, f"{name}@town.example") for name in ("sato", "off", "nobody")]

    seen = {(one.status_code, one.url, one.content) for one in answers}
    assert len(seen) == 1
    assert [message.to for message in mail.outbox] == [["sato@town.example"]]


def test_reset_mail_goes_out_after_the_answer(rf, person):
    person("sato")
    request = rf.post("/", {"email": "sato@town.example"})
    request._dont_enforce_csrf_checks = True

    response = ResetRequestView.as_view()(request)
    before = len(mail.outbox)
    response.close()

    assert (before, len(mail.outbox)) == (0, 1)


def test_reset_mail_is_written_in_the_language_of_the_account(client, person):
    user = person("sato")
    UserProfile.objects.create(user=user, preferred_language="en")

    ask(client, "sato@town.example")

    assert "Your user name is sato." in mail.outbox[0].body
    assert link_in(mail.outbox[0]).startswith("/en/account/password/")


@pytest.mark.parametrize("typed", ["sato@town.example", "nobody@town.example"])
def test_reset_is_limited_for_an_account_existing_or_not(client, person, typed):
    person("sato")
    statuses = [
        ask(client, typed, language="en", REMOTE_ADDR=f"198.51.100.{number}").status_code
        for number in range(6)
    ]

    assert statuses == [302, 302, 302, 302, 302, 429]


def test_reset_is_limited_for_a_visitor_and_keeps_what_was_typed(client):
    for number in range(5):
        ask(client, f"a{number}@town.example", language="en")

    response = ask(client, "last@town.example", language="en")

    html = response.content.decode()
    assert response.status_code == 429
    assert 'value="last@town.example"' in html
    assert "Look for our mail, also among the spam, or try again in an hour." in html


def test_reset_counts_keep_neither_mail_nor_address(client):
    ask(client, "sato@town.example", REMOTE_ADDR="198.51.100.7")

    kept = " ".join(Tally.objects.values_list("key", flat=True))
    assert "sato" not in kept
    assert "198.51" not in kept


def test_reset_lifts_the_lock_of_failed_attempts(client, person):
    person("sato")
    wrong = {"username": "sato", "password": "wrong"}
    for _ in range(5):
        client.post(address("sign_in"), wrong)
    ask(client, "sato@town.example")
    target = client.get(link_in(mail.outbox[0]), follow=True).redirect_chain[-1][0]
    word = "another-long-word"
    client.post(target, {"new_password1": word, "new_password2": word})

    response = client.post(address("sign_in"), {"username": "sato", "password": word})

    assert response.status_code == 302


def test_used_or_invented_link_says_what_to_do(client):
    response = client.get("/en/account/password/MQ/set-password/")

    assert "It has been used or is older than three hours. Ask for a new one." in (
        response.content.decode()
    )


def test_weak_password_is_refused_with_its_reasons(client, person):
    person("sato")
    ask(client, "sato@town.example", language="en")
    target = client.get(link_in(mail.outbox[0]), follow=True).redirect_chain[-1][0]

    response = client.post(target, {"new_password1": "1234567", "new_password2": "1234567"})

    assert len(response.context["form"].errors["new_password2"]) == 3


@pytest.mark.parametrize("path", ["/admin/password_reset/", "/admin/password_reset/confirm/a/b/"])
def test_wagtail_own_reset_leads_to_ours(client, path):
    assert client.get(path).url == address("reset_request")
