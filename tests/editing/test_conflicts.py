"""Two people write at one page: the later save overwrites nothing, and both texts can be had."""

import json
import re

import pytest
from django.urls import reverse
from tests.editing.conftest import HEADING, TEXT
from tests.editing.people import EDITOR, edit_url, form_of, fresh, person, save, signed_in, told

from tomoni.editing import selectors
from tomoni.editing.merging import differences, merge
from tomoni.editing.models import KeptVersion

HEAD = {"number": "第１節", "text": "目的", "level": "2"}
STREAMS = frozenset({"body"})


def body(text, *, heading=HEAD):
    return [(HEADING, "heading", heading), (TEXT, "paragraph", text)]


@pytest.fixture
def other(hall):
    return signed_in(person("taro", EDITOR, display_name="太郎"))


def texts_of(page):
    return [
        words(one["value"])
        for one in fresh(page).get_latest_revision_as_object().body.get_prep_value()
    ]


def words(value):
    """Leave out the keys that the rich text editor makes."""
    return re.sub(r' data-block-key="[^"]*"', "", value) if isinstance(value, str) else value


def conflict(hall, other):
    """Two open the same version; Taro saves his first, then Hana sends hers."""
    hana = form_of(hall.chapter, title="花の題", body=body("<p>花の文。</p>"))
    taro = form_of(hall.chapter, body=body("<p>太郎の文。</p>"))
    save(other, hall.chapter, taro)
    return save(hall.writes, hall.chapter, hana)


def test_later_save_is_refused_and_says_who_was_first(hall, other):
    answer = conflict(hall, other)

    html = answer.content.decode()
    assert texts_of(hall.chapter)[1] == "<p>太郎の文。</p>"
    assert "太郎さんがこのページを保存しました" in html
    assert "花の文。" in html
    assert "太郎の文。" in html
    assert "まちをつくる。" in html


def test_both_are_put_together_as_chosen(hall, other):
    conflict(hall, other)
    version = KeptVersion.objects.get()
    newest = fresh(hall.chapter).get_latest_revision()
    data = {"newest": newest.pk, "choice:title": "mine", f"choice:body:{TEXT}": "mine"}

    hall.writes.post(reverse("tomoni_kept_version", args=[version.pk]), data)

    draft = fresh(hall.chapter).get_latest_revision_as_object()
    assert (draft.title, texts_of(hall.chapter)) == ("花の題", [HEAD, "<p>花の文。</p>"])
    version.refresh_from_db()
    assert version.settled_at is not None
    assert fresh(hall.chapter).get_latest_revision().user == hall.editor


def test_choice_of_theirs_keeps_theirs(hall, other):
    conflict(hall, other)
    version = KeptVersion.objects.get()
    newest = fresh(hall.chapter).get_latest_revision()
    data = {"newest": newest.pk, "choice:title": "mine", f"choice:body:{TEXT}": "theirs"}

    hall.writes.post(reverse("tomoni_kept_version", args=[version.pk]), data)

    draft = fresh(hall.chapter).get_latest_revision_as_object()
    assert (draft.title, texts_of(hall.chapter)[1]) == ("花の題", "<p>太郎の文。</p>")


def test_save_in_between_asks_to_compare_again(hall, other):
    conflict(hall, other)
    version = KeptVersion.objects.get()
    old = fresh(hall.chapter).get_latest_revision().pk
    save(other, hall.chapter, form_of(hall.chapter, body=body("<p>さらに太郎の文。</p>")))
    url = reverse("tomoni_kept_version", args=[version.pk])

    answer = hall.writes.post(url, {"newest": old, f"choice:body:{TEXT}": "mine"}, follow=True)

    assert any("もう一度見くらべて" in one for one in told(answer))
    assert texts_of(hall.chapter)[1] == "<p>さらに太郎の文。</p>"
    assert KeptVersion.objects.filter(settled_at=None).count() == 1


def test_edit_view_offers_the_kept_version_until_it_is_settled(hall, other):
    conflict(hall, other)
    url = reverse("tomoni_kept_version", args=[KeptVersion.objects.get().pk])

    before = hall.writes.get(edit_url(hall.chapter)).content.decode()
    hall.writes.post(url, {"drop": "1"})
    after = hall.writes.get(edit_url(hall.chapter)).content.decode()

    assert (url in before, url in after) == (True, False)
    assert url not in other.get(edit_url(hall.chapter)).content.decode()


def test_kept_version_is_nobody_elses(hall, other):
    conflict(hall, other)
    url = reverse("tomoni_kept_version", args=[KeptVersion.objects.get().pk])

    answers = [other.get(url), other.post(url, {"drop": "1"}), hall.approves.get(url)]

    assert [one.status_code for one in answers] == [302, 302, 302]
    assert KeptVersion.objects.get().settled_at is None


def test_autosave_overwrites_nothing_and_keeps_what_was_typed(hall, other):
    hana = form_of(hall.chapter, body=body("<p>花の文。</p>"))
    save(other, hall.chapter, form_of(hall.chapter, body=body("<p>太郎の文。</p>")))

    answers = [
        hall.writes.post(
            edit_url(hall.chapter),
            {**hana, "summary": summary},
            headers={"Accept": "application/json"},
        )
        for summary in ("ひとつ", "ふたつ")
    ]

    assert [one.status_code for one in answers] == [400, 400]
    told_in_json = json.loads(answers[0].content)
    assert told_in_json["error_code"] == "invalid_revision"
    assert "太郎さんが保存しました" in told_in_json["error_message"]
    assert texts_of(hall.chapter)[1] == "<p>太郎の文。</p>"
    assert [one.content["summary"] for one in KeptVersion.objects.all()] == ["ふたつ"]


def test_autosave_of_ones_own_goes_on(hall):
    opened = form_of(hall.chapter, title="一")
    headers = {"Accept": "application/json"}
    first = json.loads(hall.writes.post(edit_url(hall.chapter), opened, headers=headers).content)
    again = {**opened, "title": "二", "overwrite_revision_id": first["revision_id"]}

    second = json.loads(hall.writes.post(edit_url(hall.chapter), again, headers=headers).content)

    assert (first["success"], second["revision_id"]) == (True, first["revision_id"])
    assert fresh(hall.chapter).get_latest_revision_as_object().title == "二"
    assert KeptVersion.objects.count() == 0


def test_form_that_says_what_the_newest_version_says_is_refused_nothing(hall, other):
    hana = form_of(hall.chapter, title="同じ題")
    save(other, hall.chapter, form_of(hall.chapter, title="同じ題"))

    answer = save(hall.writes, hall.chapter, hana, "submit")

    assert answer.status_code == 200
    assert fresh(hall.chapter).workflow_in_progress
    assert KeptVersion.objects.count() == 0


def test_autosave_overtaken_by_ones_own_button_is_no_conflict(hall):
    typed = form_of(hall.chapter, title="書きかけの題")
    save(hall.writes, hall.chapter, form_of(hall.chapter, title="書き終えた題"), "submit")

    late = hall.writes.post(edit_url(hall.chapter), typed, headers={"Accept": "application/json"})

    assert late.status_code == 400
    assert fresh(hall.chapter).workflow_in_progress
    assert KeptVersion.objects.count() == 0


def test_second_window_of_the_same_person_is_no_exception(hall):
    old = form_of(hall.chapter, title="古い窓")
    save(hall.writes, hall.chapter, form_of(hall.chapter, title="新しい窓"))

    save(hall.writes, hall.chapter, old)

    assert fresh(hall.chapter).get_latest_revision_as_object().title == "新しい窓"
    assert KeptVersion.objects.get().content["title"] == "古い窓"


def test_approval_of_what_was_not_seen_is_refused(hall, other):
    save(hall.writes, hall.chapter, form_of(hall.chapter, title="申請した題"), "submit")
    page = type(hall.chapter).objects.get(pk=hall.chapter.pk)
    seen = form_of(page)
    save(hall.approves, page, form_of(page, title="見ていない題"))
    data = {**seen, "action-workflow-action": "true", "workflow-action-name": "approve"}

    hall.approves.post(edit_url(page), {**data, "workflow-action-extra-data": "{}"})

    page.refresh_from_db()
    assert page.title == "はじめに"


def content(title, *blocks):
    stored = [{"type": "paragraph", "id": one, "value": text} for one, text in blocks]
    return {"title": title, "body": json.dumps(stored)}


BASE = content("題", ("a", "<p>あ</p>"), ("b", "<p>い</p>"))


def blocks_of(merged):
    return [(one["id"], one["value"]) for one in json.loads(merged["body"])]


def test_differences_say_who_moved_away():
    theirs = content("題", ("a", "<p>あ</p>"), ("b", "<p>彼</p>"), ("x", "<p>新</p>"))
    mine = content("私の題", ("a", "<p>私</p>"), ("b", "<p>私も</p>"))

    found = differences(base=BASE, theirs=theirs, mine=mine, streams=STREAMS)

    assert [(one.key, one.only_by) for one in found] == [
        ("title", "mine"),
        ("body:a", "mine"),
        ("body:b", ""),
        ("body:x", "theirs"),
    ]
    assert (found[2].before, found[2].theirs, found[2].mine) == ("い", "彼", "私も")


def test_merge_takes_what_only_one_side_changed():
    theirs = content("題", ("a", "<p>あ</p>"), ("x", "<p>新</p>"), ("b", "<p>い</p>"))
    mine = content("私の題", ("a", "<p>私</p>"), ("m", "<p>私の新</p>"), ("b", "<p>い</p>"))

    merged = merge(base=BASE, theirs=theirs, mine=mine, choices={}, streams=STREAMS)

    assert merged["title"] == "私の題"
    assert blocks_of(merged) == [
        ("a", "<p>私</p>"),
        ("m", "<p>私の新</p>"),
        ("x", "<p>新</p>"),
        ("b", "<p>い</p>"),
    ]


def test_merge_lets_a_block_that_one_side_deleted_go():
    mine = content("題", ("b", "<p>い</p>"))

    merged = merge(base=BASE, theirs=BASE, mine=mine, choices={}, streams=STREAMS)

    assert blocks_of(merged) == [("b", "<p>い</p>")]


def test_merge_without_the_beginning_takes_only_what_was_chosen():
    mine = content("私の題", ("a", "<p>私</p>"), ("b", "<p>い</p>"))

    left = merge(base=None, theirs=BASE, mine=mine, choices={}, streams=STREAMS)
    chosen = merge(base=None, theirs=BASE, mine=mine, choices={"body:a": "mine"}, streams=STREAMS)

    assert (left["title"], blocks_of(left)[0]) == ("題", ("a", "<p>あ</p>"))
    assert (chosen["title"], blocks_of(chosen)[0]) == ("題", ("a", "<p>私</p>"))


@pytest.mark.parametrize("sent", ["9" * 5000, "9" * 30, "²", "x", ""])
def test_number_that_no_version_has_is_no_version(sent):
    assert selectors.version_number(sent) == 0
