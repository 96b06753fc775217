"""A chapter on its way to readers: handed in, changed while it waits, approved."""

from typing import TYPE_CHECKING

import pytest
from tests.journeys.approving import (
    CHIEF,
    EDITOR,
    approve,
    hand_in,
    letters,
    messages,
    open_page,
    save_draft,
    signed_in,
    write_summary,
)
from tests.journeys.browsing import Visitor
from tests.journeys.town import LivePage, Town

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser


def chapter_of(town: Town) -> LivePage:
    return next(
        page
        for page in town.pages()
        if page.model == "tomoni_guidelines.chapterpage" and page.language == "ja"
    )


def test_chapter_is_changed_while_it_waits_and_approved(visitor: Visitor, town: Town) -> None:
    chapter = chapter_of(town)
    seen: set[Path] = set()
    letters(town, seen)
    hana, chief = signed_in(visitor, town, EDITOR), signed_in(visitor, town, CHIEF)

    hand_in(hana, visitor, chapter.id, "やさしい要約です。")
    assert [one.to for one in letters(town, seen)] == ["approver@tomoni.example"]

    open_page(hana, visitor, chapter.id)
    assert "承認待ち" in messages(hana)
    write_summary(hana, "もっとやさしい要約です。")
    save_draft(hana)
    assert "取り下げました" in messages(hana)
    assert [one.subject.split("】")[0] for one in letters(town, seen)] == ["【申請の取り下げ"]

    hand_in(hana, visitor, chapter.id, "いちばんやさしい要約です。")
    approve(chief, visitor, chapter.id)

    approved = letters(town, seen)[-1]
    assert (approved.to, approved.subject[:4]) == ("editor@tomoni.example", "【承認】")
    page = visitor.open(chapter.path)
    assert "いちばんやさしい要約です。" in page.inner_text("main")


def test_two_windows_overwrite_nothing(visitor: Visitor, town: Town) -> None:
    chapter = chapter_of(town)
    first, second = signed_in(visitor, town, EDITOR), signed_in(visitor, town, CHIEF)
    open_page(first, visitor, chapter.id)
    open_page(second, visitor, chapter.id)

    write_summary(second, "課長の要約です。")
    save_draft(second)
    with first.expect_response(lambda one: one.request.method == "POST" and one.status == 400):
        write_summary(first, "編集者の要約です。")
    open_page(first, visitor, chapter.id)

    assert "預かっています" in messages(first)
    first.get_by_role("link", name="見くらべて取り込む").first.click()
    text = first.inner_text("main")
    assert "課長の要約です。" in text
    assert "編集者の要約です。" in text
    first.get_by_label("あなたの版").check()
    first.get_by_role("button", name="選んだとおりに保存する").click()
    assert "合わせて" in messages(first)
    assert first.locator("[name=summary]").input_value() == "編集者の要約です。"
    # The refusal of the autosave is what this journey is about.
    visitor.complaints[:] = [one for one in visitor.complaints if not one.startswith("400:")]
