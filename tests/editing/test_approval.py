"""A page is handed in, returned with a reason, changed, handed in again, approved."""

import json

import pytest
from django.core import mail
from django.urls import reverse
from tests.editing.people import (
    APPROVER,
    EDITOR,
    decide,
    edit_url,
    form_of,
    fresh,
    person,
    save,
    signed_in,
    told,
)
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, WorkflowState
from wagtail.users.models import UserProfile

from tomoni.editing.models import SectionChiefApproval
from tomoni.guidelines.models import ChapterPage


@pytest.fixture
def press(django_capture_on_commit_callbacks):
    """Save or decide, and let the mails leave, as they do when a request is over."""

    def run(act, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args, **kwargs)

    return run


def letters():
    """Return the mails since the last question: to whom, and the subject."""
    found = [(one.to[0].split("@")[0], one.subject) for one in mail.outbox]
    mail.outbox.clear()
    return found


def handed_in(press, hall):
    press(save, hall.writes, hall.chapter, form_of(hall.chapter, title="手を入れた章"), "submit")
    mail.outbox.clear()
    return ChapterPage.objects.get(pk=hall.chapter.pk)


def state_of(page):
    return WorkflowState.objects.for_instance(page).order_by("-created_at").first().status


def test_workflow_stands_ready_on_the_root(hall):
    workflow = Page.get_first_root_node().get_workflow()

    task = workflow.tasks.get().specific
    assert (workflow.name, type(task)) == ("課長の承認", SectionChiefApproval)
    assert [group.name for group in task.groups.all()] == [APPROVER]
    assert not GroupApprovalTask.objects.filter(active=True).exists()


def test_request_is_mailed_to_approvers_in_japanese(press, hall):
    data = form_of(hall.chapter, title="手を入れた章", change_note="言葉を直しました。")

    press(save, hall.writes, hall.chapter, data, "submit")

    letter = mail.outbox[0]
    assert letters() == [("kacho", "【承認のお願い】第１章 手を入れた章")]
    assert "操作した人：花" in letter.body
    assert "この文書の下：協働の指針" in letter.body
    assert "言葉を直しました。" in letter.body
    assert f"http://localhost:8000{edit_url(hall.chapter)}" in letter.body


def test_return_needs_a_reason(press, hall):
    page = handed_in(press, hall)

    press(decide, hall.approves, page, "reject", " ")

    assert state_of(page) == "in_progress"
    assert letters() == []


def test_reason_of_return_is_asked_for_in_the_window(press, hall):
    page = handed_in(press, hall)
    state = page.current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "reject", state.pk]
    )

    xhr = {"X-Requested-With": "XMLHttpRequest"}

    empty = json.loads(hall.approves.post(url, {"comment": ""}, headers=xhr).content)
    given = json.loads(hall.approves.post(url, {"comment": "短く。"}, headers=xhr).content)

    assert (empty["step"], "差し戻す理由を書いてください。" in empty["html"]) == ("action", True)
    assert (given["step"], given["cleaned_data"]) == ("success", {"comment": "短く。"})


def test_return_is_mailed_shown_and_kept_in_the_history(press, hall):
    page = handed_in(press, hall)

    answer = press(decide, hall.approves, page, "reject", "第１節の言葉をやさしくしてください。")

    assert any("差し戻しました。理由は" in one for one in told(answer))
    letter = mail.outbox[0]
    assert letters() == [("hana", "【差し戻し】第１章 手を入れた章")]
    assert "第１節の言葉をやさしくしてください。" in letter.body
    opened = hall.writes.get(edit_url(page))
    assert any("第１節の言葉をやさしくしてください。" in one for one in told(opened))
    history = hall.writes.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "第１節の言葉をやさしくしてください。" in history.content.decode()


def test_chapters_of_a_returned_document_say_why_and_lead_to_it(press, hall):
    def said():
        messages = told(hall.writes.get(edit_url(hall.chapter)))
        return [one for one in messages if "第１章をやさしく。" in one]

    again = {"edition": "第２版"}
    press(save, hall.writes, hall.document, form_of(hall.document, **again), "submit")
    press(decide, hall.approves, fresh(hall.document), "reject", "第１章をやさしく。", **again)
    returned = said()
    press(save, hall.writes, hall.document, form_of(hall.document, **again), "submit")

    assert (len(returned), edit_url(hall.document) in returned[0]) == (1, True)
    assert said() == []


def test_approval_publishes_and_tells_the_editor(press, hall):
    page = handed_in(press, hall)

    answer = press(decide, hall.approves, page, "approve", "よくなりました。")

    assert any("承認し、公開しました" in one and page.url in one for one in told(answer))
    page.refresh_from_db()
    assert (page.title, page.live, state_of(page)) == ("手を入れた章", True, "approved")
    assert "よくなりました。" in mail.outbox[0].body
    assert letters() == [("hana", "【承認】第１章 手を入れた章")]


def test_editing_while_waiting_takes_the_request_back_visibly(press, hall):
    page = handed_in(press, hall)
    opened = hall.writes.get(edit_url(page))

    answer = press(save, hall.writes, page, form_of(page, title="もう一度直した章"))

    assert any("承認待ち" in one for one in told(opened))
    assert any("取り下げました" in one for one in told(answer))
    assert state_of(page) == "cancelled"
    assert letters() == [("kacho", "【申請の取り下げ】第１章 もう一度直した章")]
    assert PageLogEntry.objects.filter(page=page.pk, action="tomoni.withdrawn_by_edit").count() == 1
    history = hall.writes.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "内容が変更されたため、承認の申請が取り下げられました" in history.content.decode()
    assert 'name="action-submit"' in answer.content.decode()


def test_typing_alone_takes_no_request_back(press, hall):
    page = handed_in(press, hall)

    waits = hall.writes.get(edit_url(page)).context["autosave_enabled"]
    approver = hall.approves.get(edit_url(page)).context["autosave_enabled"]

    assert (waits, approver) == (False, True)


def test_approver_mends_small_things_and_approves(press, hall):
    page = handed_in(press, hall)

    press(save, hall.approves, page, form_of(page, title="課長が直した章"))
    still = state_of(page)
    press(decide, hall.approves, page, "approve")

    page.refresh_from_db()
    assert (still, page.title, page.live) == ("in_progress", "課長が直した章", True)


def test_approval_of_a_request_taken_back_is_answered_with_a_sentence(press, hall):
    page = handed_in(press, hall)
    page.current_workflow_state.cancel(user=hall.editor)

    answer = press(decide, hall.approves, page, "approve")

    page.refresh_from_db()
    assert any("取り下げられたか" in one for one in told(answer))
    assert page.title == "はじめに"


def test_buttons_never_vanish(press, hall):
    def buttons(client, page):
        html = client.get(edit_url(page)).content.decode()
        names = ("action-submit", "action-cancel-workflow")
        return [name for name in names if f'name="{name}"' in html], "承認して公開" in html

    before = buttons(hall.writes, hall.chapter)
    page = handed_in(press, hall)

    assert before == (["action-submit"], False)
    assert buttons(hall.writes, page) == (["action-cancel-workflow"], False)
    assert buttons(hall.approves, page) == (["action-cancel-workflow"], True)


def test_wrong_person_neither_approves_nor_returns(press, hall):
    page = handed_in(press, hall)
    other = signed_in(person("taro", EDITOR))

    press(decide, other, page, "approve")
    page.refresh_from_db()

    assert (page.title, letters()) == ("はじめに", [])
    assert state_of(page) == "in_progress"


def test_button_that_takes_back_is_told_once(press, hall):
    page = handed_in(press, hall)

    with_state = WorkflowState.objects.for_instance(page).get()
    press(with_state.cancel, user=hall.editor)

    assert letters() == [("kacho", "【申請の取り下げ】第１章 手を入れた章")]


def test_who_wants_no_mail_gets_none(press, hall):
    profile = UserProfile.get_for_user(hall.chief)
    profile.submitted_notifications = False
    profile.save()

    press(save, hall.writes, hall.chapter, form_of(hall.chapter), "submit")

    assert letters() == []


def test_mail_server_that_is_away_undoes_nothing(press, hall, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    press(save, hall.writes, hall.chapter, form_of(hall.chapter), "submit")

    assert state_of(hall.chapter) == "in_progress"
