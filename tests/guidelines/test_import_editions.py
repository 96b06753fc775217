"""A newer file becomes a new edition: what goes on keeps its ids, and nothing public changes."""

import io
import unicodedata

import pytest
from django.test import Client
from django.urls import reverse
from tests.editing.conftest import hall  # noqa: F401 -- a fixture
from tests.editing.people import form_of, fresh, save
from tests.guidelines.test_import_views import uploaded
from wagtail.models import Site

from tomoni.accounts.models import User
from tomoni.guidelines import services
from tomoni.guidelines.models import ChapterPage, Edition, GuidelineImport, GuidelinePage
from tomoni.guidelines.outlining.guesses import date_in, edition_after
from tomoni.guidelines.outlining.matching import Part, match
from tomoni.guidelines.outlining.pieces import CannotError
from tomoni.guidelines.services import Papers

OLD = """協働の指針

第１章　協働とは

１　ことばの意味
協働とは、住民と行政がともに考え、力を合わせて働くことをいいます。

２　なぜ必要か
少子高齢化が進み、地域の課題は複雑になりました。

第２章　進め方

１　計画をつくる
みんなで話し合い、計画をつくります（第１章参照）。

２　ふりかえる
終わったら、よかったことと困ったことを書きとめます。

第３章　古い制度

１　登録制度
団体は、町に登録します。登録は毎年あらたに行います。
"""
NEW = """協働の指針

第１章　協働とは

１　ことばの意味
協働とは、住民と行政がともに考え、力を合わせて働くことをいいます。互いを尊びます。

２　なぜ必要なのか
少子高齢化が進み、地域の課題は複雑になりました。

第２章　相談のしかた

１　窓口
まちづくり課の窓口で、いつでも相談できます。電話でも受けつけます。

第３章　進め方

１　計画をつくる
みんなで話し合い、計画をつくります（第１章参照）。

２　ふりかえる
終わったら、よかったことと困ったことを書きとめます。
"""


@pytest.fixture
def owner(db: None) -> User:
    return User.objects.create_superuser(username="w", password="x", email="w@example.jp")


def read(owner: User, text: str, target: GuidelinePage | None = None) -> GuidelineImport:
    data = text.encode()
    kept = services.keep_upload(
        owner=owner, file=io.BytesIO(data), name="a.txt", size=len(data), target=target
    )
    services.read_upload(kept.pk)
    kept.refresh_from_db()
    return kept


@pytest.fixture
def document(owner: User, site: Site) -> GuidelinePage:
    made = services.make_drafts(
        upload=read(owner, OLD),
        parent=site.root_page,
        papers=Papers(title="協働の指針", edition="初版"),
    )
    made.get_latest_revision().publish()
    return GuidelinePage.objects.get(pk=made.pk)


def renew(owner: User, document: GuidelinePage, text: str = NEW):
    upload = read(owner, text, document)
    return services.renew_document(
        upload=upload,
        document=document,
        papers=Papers(title="協働の指針", edition="第2版", change_note="相談の章を加えました。"),
        matching=services.suggest_matching(upload=upload, document=document),
        by=owner,
    )


def chapters(document: GuidelinePage) -> list[ChapterPage]:
    return list(ChapterPage.objects.child_of(document).order_by("path"))


def blocks(page: ChapterPage) -> dict[str, str]:
    """Return the words of each block in the newest draft, and its id."""
    newest = page.get_latest_revision_as_object()
    return {
        one["value"]["text"] if one["type"] == "heading" else str(one["value"]): one["id"]
        for one in newest.body.get_prep_value()
    }


def test_new_edition_keeps_chapters_adds_new_ones_and_marks_those_that_leave(
    owner: User, document: GuidelinePage
) -> None:
    before = {page.title: page.pk for page in chapters(document)}

    renewed = renew(owner, document)

    after = chapters(document)
    newest = [page.get_latest_revision_as_object() for page in after]
    assert (renewed.kept, renewed.added, renewed.leaving) == (2, 1, 1)
    assert [(page.number, page.title) for page in newest] == [
        ("第１章", "協働とは"),
        ("第２章", "相談のしかた"),
        ("第３章", "進め方"),
        ("第３章", "古い制度"),
    ]
    assert after[0].pk == before["協働とは"]
    assert after[2].pk == before["進め方"]
    assert [page.ends_with_edition for page in newest] == [False, False, False, True]


def test_sections_and_alike_blocks_keep_their_ids(owner: User, document: GuidelinePage) -> None:
    before = blocks(chapters(document)[0])

    renew(owner, document)

    after = blocks(chapters(document)[0])
    assert after["ことばの意味"] == before["ことばの意味"]
    assert after["なぜ必要なのか"] == before["なぜ必要か"]
    assert list(after.values()) == list(before.values())
    assert list(after) != list(before)


def test_reference_leads_to_the_kept_chapter(owner: User, document: GuidelinePage) -> None:
    anchor = chapters(document)[0].anchor

    renew(owner, document)

    words = "".join(blocks(chapters(document)[2]))
    assert f'<a href="#{anchor}">' in words


def test_nothing_public_changes_before_the_new_edition_is_published(
    owner: User, document: GuidelinePage
) -> None:
    visitor = Client()
    addresses = ["/ja/guideline/", *(page.get_url() for page in chapters(document))]
    before = [visitor.get(one).content for one in addresses]

    renew(owner, document)

    after = [visitor.get(one).content for one in addresses]
    assert [one.split(b"<main")[1] for one in after] == [one.split(b"<main")[1] for one in before]
    assert list(Edition.objects.values_list("label", flat=True)) == ["初版"]


def test_publishing_the_document_publishes_all_along(owner: User, document: GuidelinePage) -> None:
    renew(owner, document)

    document.refresh_from_db()
    document.get_latest_revision().publish()

    live = [(page.title, page.live) for page in chapters(document)]
    assert live == [
        ("協働とは", True),
        ("相談のしかた", True),
        ("進め方", True),
        ("古い制度", False),
    ]
    assert list(Edition.objects.order_by("order").values_list("label", flat=True)) == [
        "初版",
        "第2版",
    ]


def test_section_called_new_gets_an_id_of_its_own(owner: User, document: GuidelinePage) -> None:
    before = blocks(chapters(document)[0])
    upload = read(owner, OLD, document)

    services.renew_document(
        upload=upload,
        document=document,
        papers=Papers(title="協働の指針", edition="第2版"),
        matching={},
    )

    after = [page for page in chapters(document) if not page.live]
    fresh = {own for page in after for own in blocks(page).values()}
    assert len(after) == 3
    assert fresh.isdisjoint(before.values())


def test_two_sections_cannot_continue_the_same_one(owner: User, document: GuidelinePage) -> None:
    upload = read(owner, NEW, document)
    suggested = services.suggest_matching(upload=upload, document=document)
    one = next(iter(suggested.values()))

    with pytest.raises(CannotError):
        services.renew_document(
            upload=upload,
            document=document,
            papers=Papers(title="協働の指針", edition="第2版"),
            matching=dict.fromkeys(suggested, one),
        )


def test_second_run_changes_the_same_drafts(owner: User, document: GuidelinePage) -> None:
    renew(owner, document)
    once = [(page.pk, blocks(page)) for page in chapters(document)]

    renew(owner, document)

    assert [(page.pk, blocks(page)) for page in chapters(document)] == once


def test_matching_finds_moved_retitled_and_renumbered_sections() -> None:
    old = [
        Part("a", 1, "第１章", "はじめに", "この指針は、みんなでつくりました。"),
        Part("b", 1, "第２章", "協働の原則", "対等であること。互いを知ること。"),
        Part("c", 1, "第３章", "資料", "会議の記録。"),
    ]
    new = [
        Part("1", 1, "第１章", "協働の原則", "対等であること。互いを知ること。公開すること。"),
        Part("2", 1, "第２章", "まえがき", "この指針は、みんなでつくりました。"),
        Part("3", 1, "第３章", "新しい取組", "アプリで意見を集めます。"),
    ]

    assert match(new, old) == {"1": "b", "2": "a"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成23年3月", ("2011-03-01", "平成23年3月")),
        ("令和元年5月1日", ("2019-05-01", "令和元年5月1日")),
        ("2024年（令和6年）4月1日 改訂", ("2024-04-01", "2024年(令和6年)4月1日")),
        ("平成23年13月", None),
        ("第3章", None),
    ],
)
def test_date_is_guessed_with_its_words(text: str, expected: tuple[str, str] | None) -> None:
    found = date_in(unicodedata.normalize("NFKC", text))

    assert (found and (found[0].isoformat(), found[1])) == expected


@pytest.mark.parametrize(
    ("present", "following"),
    [("初版", "第2版"), ("第2版", "第3版"), ("第９版", "第１０版"), ("改訂版", ""), ("", "")],
)
def test_name_of_the_next_edition_is_proposed_where_editions_are_counted(
    present: str, following: str
) -> None:
    assert edition_after(present) == following


@pytest.mark.parametrize("how", ["approval", "lock"])
def test_new_edition_leaves_chapters_alone_that_others_hold(hall, how: str) -> None:  # noqa: F811
    upload = uploaded(hall.editor, target=GuidelinePage.objects.get())
    if how == "approval":
        save(hall.writes, hall.second, form_of(hall.second), "submit")
    else:
        ChapterPage.objects.filter(pk=hall.second.pk).update(locked=True, locked_by=hall.chief)
    before = fresh(hall.second).latest_revision_id
    asked = {"title": "協働の指針", "edition": "第９版", "change_note": "新しい理由"}

    answer = hall.writes.post(reverse("tomoni_import_draft", args=[upload.pk]), asked)

    [said] = answer.context["form"].non_field_errors()
    assert "「第２章　進め方」" in said
    assert "新しい理由" in answer.content.decode()
    assert fresh(hall.second).latest_revision_id == before
    assert ChapterPage.objects.count() == 2
