"""The import in the admin: who may do what, and what each screen answers."""

import io
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Site

from tomoni.accounts.models import User
from tomoni.guidelines import services
from tomoni.guidelines.models import ChapterPage, GuidelineImport, GuidelinePage, ImportState
from tomoni.guidelines.outlining.pieces import load
from tomoni.testing import factories

TEXT = (Path(__file__).parent / "texts" / "marks.txt").read_bytes()


def person(name: str, *groups: str) -> User:
    made = User.objects.create_user(username=name, password="x", email=f"{name}@example.jp")
    made.groups.set(Group.objects.filter(name__in=groups))
    return made


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editors(site: Site) -> Group:
    """The editors, who may add pages everywhere, as the migrations set them up."""
    group = Group.objects.get(name="編集者")
    assert GroupPagePermission.objects.filter(group=group).exists()
    return group


@pytest.fixture
def editor(editors: Group) -> User:
    return person("editor", "編集者")


@pytest.fixture
def client(editor: User) -> Client:
    return client_of(editor)


def uploaded(owner: User, **fields: object) -> GuidelineImport:
    kept = services.keep_upload(
        owner=owner, file=io.BytesIO(TEXT), name="指針.txt", size=len(TEXT), **fields
    )
    services.read_upload(kept.pk)
    kept.refresh_from_db()
    return kept


def address(name: str, upload: GuidelineImport, *rest: str) -> str:
    return reverse(f"tomoni_import{name}", args=[upload.pk, *rest])


def change(client: Client, upload: GuidelineImport, **values: str):
    return client.post(address("_change", upload), values, headers={"Accept": "application/json"})


def test_upload_is_kept_and_leads_to_its_outline(client: Client, editor: User) -> None:
    file = SimpleUploadedFile("指針.txt", TEXT)

    answer = client.post(reverse("tomoni_import_upload"), {"file": file, "title": ""})
    kept = GuidelineImport.objects.get()
    waiting = client.get(address("", kept))
    services.read_upload(kept.pk)
    shown = client.get(address("", kept), follow=True)

    assert answer.status_code == 302
    assert (kept.owner, kept.name, kept.state) == (editor, "指針.txt", "uploaded")
    assert "<progress" in waiting.content.decode()
    assert shown.status_code == 200
    assert "data-outline" in shown.content.decode()


def test_upload_without_a_file_says_so(client: Client) -> None:
    answer = client.post(reverse("tomoni_import_upload"), {})

    assert "ファイルを選んでください。" in answer.content.decode()
    assert not GuidelineImport.objects.exists()


def test_failed_upload_offers_another_try(client: Client, editor: User) -> None:
    kept = services.keep_upload(owner=editor, file=io.BytesIO(b""), name="x.txt", size=0)
    services.read_upload(kept.pk)

    shown = client.get(address("", kept)).content.decode()
    answer = client.post(address("_retry", kept), {"file": SimpleUploadedFile("b.txt", TEXT)})
    services.read_upload(kept.pk)

    kept.refresh_from_db()
    assert "空" in shown
    assert answer.status_code == 302
    assert (kept.state, kept.name) == ("ready", "b.txt")


@pytest.mark.parametrize(
    "groups", [(), ("翻訳者",), ("承認者（課長）",), ("団体役員",), ("運用担当",)]
)
def test_others_cannot_import(site: Site, groups: tuple[str, ...]) -> None:
    upload = uploaded(person("owner", "編集者"))
    other = client_of(person("other", *groups))
    piece = load(upload.pieces)[0].id
    names = ("", "_progress", "_original", "_delete", "_outline", "_draft", "_next")

    statuses = {other.get(address(name, upload)).status_code for name in names}
    statuses |= {
        other.get(reverse("tomoni_imports")).status_code,
        other.get(reverse("tomoni_import_upload")).status_code,
        other.get(address("_piece", upload, piece)).status_code,
        other.post(address("_delete", upload)).status_code,
        other.post(address("_retry", upload)).status_code,
        other.post(address("_draft", upload)).status_code,
        change(other, upload, op="drop", piece=piece, version="1").status_code,
    }

    assert statuses <= {302, 403}
    upload.refresh_from_db()
    assert (upload.version, upload.state) == (1, ImportState.READY)


def test_editor_does_not_open_the_upload_of_another(client: Client, editors: Group) -> None:
    upload = uploaded(person("owner", "編集者"))

    statuses = [
        client.get(address(name, upload)).status_code
        for name in ("", "_progress", "_original", "_delete", "_outline", "_draft", "_next")
    ]
    listed = client.get(reverse("tomoni_imports")).content.decode()

    assert set(statuses) == {302}
    assert GuidelineImport.objects.count() == 1
    assert upload.title not in listed


def test_colleague_opens_the_upload_of_a_document_that_both_may_edit(
    client: Client, editors: Group, site: Site
) -> None:
    document = factories.make_guideline(site.root_page)
    upload = uploaded(person("owner", "編集者"), target=document)

    assert client.get(address("_outline", upload)).status_code == 200


def test_visitor_is_sent_to_sign_in(editor: User) -> None:
    upload = uploaded(editor)

    answer = Client().get(address("_original", upload))

    assert (answer.status_code, "/sign-in/" in answer.url) == (302, True), answer.url


def test_original_is_handed_out_to_save_only(client: Client, editor: User) -> None:
    answer = client.get(address("_original", uploaded(editor)))

    assert b"".join(answer.streaming_content) == TEXT
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_step_answers_with_the_changed_rows_alone(client: Client, editor: User) -> None:
    upload = uploaded(editor)
    own = next(one.id for one in reversed(load(upload.pieces)) if one.kind == "item")

    answer = change(client, upload, op="drop", piece=own, version="1")

    data = answer.json()
    done = (data["version"], data["undo"], data["redo"])
    assert (answer.status_code, done) == (200, (2, True, False))
    assert list(data["rows"]) == [own]
    assert data["order"] == {"at": len(upload.pieces)}
    assert "piece-dropped" in data["rows"][own]


def test_step_of_an_outdated_window_is_refused(client: Client, editor: User) -> None:
    upload = uploaded(editor)
    own = load(upload.pieces)[3].id
    change(client, upload, op="drop", piece=own, version="1")

    answer = change(client, upload, op="aside", piece=own, version="1")

    assert (answer.status_code, answer.json()["reload"]) == (409, True)


@pytest.mark.parametrize(
    "values",
    [
        {"op": "drop", "piece": "", "version": "1"},
        {"op": "drop", "piece": "nobody", "version": "1"},
        {"op": "drop", "piece": "", "version": "x"},
        {"op": "undo", "piece": "", "version": "1"},
        {"op": "", "piece": "nobody", "version": "1"},
        {},
    ],
)
def test_senseless_step_is_refused_with_a_sentence(
    client: Client, editor: User, values: dict[str, str]
) -> None:
    answer = change(client, uploaded(editor), **values)

    assert answer.status_code == 422
    assert answer.json()["error"].endswith("。")


def test_step_works_without_a_script(client: Client, editor: User) -> None:
    upload = uploaded(editor)
    own = load(upload.pieces)[3].id

    answer = client.post(
        address("_change", upload), {"op": "drop", "piece": own, "version": "1"}, follow=True
    )
    opened = client.post(address("_change", upload), {"op": "open", "piece": own, "version": "2"})

    upload.refresh_from_db()
    assert load(upload.pieces)[3].kind == "dropped"
    assert answer.redirect_chain[-1][0].endswith(f"#p-{own}")
    assert opened.url == address("_piece", upload, own)
    assert client.get(opened.url).status_code == 200


def test_deletion_asks_first(client: Client, editor: User) -> None:
    upload = uploaded(editor)

    asked = client.get(address("_delete", upload))
    kept = GuidelineImport.objects.count()
    answer = client.post(address("_delete", upload))

    assert (asked.status_code, kept, answer.status_code) == (200, 1, 302)
    assert not GuidelineImport.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_as_often_for_many(
    client: Client, editor: User, django_assert_max_num_queries, count: int
) -> None:
    for _number in range(count):
        uploaded(editor)
    client.get(reverse("tomoni_imports"))

    with django_assert_max_num_queries(24) as captured:
        client.get(reverse("tomoni_imports"))

    own = [query for query in captured.captured_queries if "guidelineimport" in query["sql"]]
    assert len(own) == 2


def test_outline_asks_for_the_upload_once(client: Client, editor: User) -> None:
    upload = uploaded(editor)

    answer = client.get(address("_outline", upload))

    assert answer.content.decode().count('class="piece-choice"') == len(upload.pieces)


def make(client: Client, upload: GuidelineImport, parent: int, **values: str):
    data = {
        "parent": str(parent),
        "title": "協働の指針",
        "kind": "guideline",
        "audience": "residents",
        "edition": "初版",
        "adopted_on": "2011-03-01",
        "section": "",
        **values,
    }
    return client.post(address("_draft", upload), data)


def test_drafts_are_made_and_nothing_is_public(client: Client, editor: User, site: Site) -> None:
    upload = uploaded(editor)

    form = client.get(address("_draft", upload))
    answer = make(client, upload, site.root_page.pk)
    shown = client.get(answer.url)

    document = GuidelinePage.objects.get()
    chapters = ChapterPage.objects.child_of(document)
    assert (form.status_code, answer.status_code, shown.status_code) == (200, 302, 200)
    assert (document.live, document.title, document.edition) == (False, "協働の指針", "初版")
    assert str(document.adopted_on) == "2011-03-01"
    assert chapters.count() > 0
    assert not chapters.filter(live=True).exists()
    assert Client().get("/ja/guideline/").status_code == 404


def test_same_title_in_the_same_place_is_refused(client: Client, editor: User, site: Site) -> None:
    make(client, uploaded(editor), site.root_page.pk)

    answer = make(client, uploaded(editor), site.root_page.pk)

    assert answer.status_code == 200
    assert GuidelinePage.objects.count() == 1


def test_second_press_on_the_button_leads_on_like_the_first(
    client: Client, editor: User, site: Site
) -> None:
    upload = uploaded(editor)

    answers = [make(client, upload, site.root_page.pk) for _press in range(2)]

    assert [answer.url for answer in answers] == [address("_next", upload)] * 2
    assert GuidelinePage.objects.count() == 1


def test_drafts_go_only_where_the_editor_may_add_pages(
    client: Client, editor: User, editors: Group, site: Site
) -> None:
    upload = uploaded(editor)
    allowed = factories.make_page(site.root_page)
    GroupPagePermission.objects.filter(group=editors).update(page=allowed)

    refused = make(client, upload, site.root_page.pk)
    made = make(client, upload, allowed.pk)

    assert refused.status_code == 200
    assert made.status_code == 302
    assert [page.get_parent().pk for page in GuidelinePage.objects.all()] == [allowed.pk]


def test_new_edition_is_only_for_those_who_may_edit_the_document(
    client: Client, editors: Group, site: Site
) -> None:
    document = factories.make_guideline(site.root_page)
    GroupPagePermission.objects.filter(group=editors).update(
        page=factories.make_page(site.root_page)
    )

    answer = client.get(f"{reverse('tomoni_import_upload')}?target={document.pk}")

    assert answer.status_code == 302


def test_buttons_lead_from_pages_to_the_import(client: Client, site: Site) -> None:
    document = factories.make_guideline(site.root_page)

    below = client.get(reverse("wagtailadmin_explore", args=[site.root_page.pk])).content.decode()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[document.pk])).content.decode()

    assert f"?parent={site.root_page.pk}" in below
    assert f"?target={document.pk}" in edit


def test_new_edition_needs_a_name_and_proposes_one(
    client: Client, editor: User, site: Site
) -> None:
    document = factories.make_guideline(site.root_page, edition="初版")
    upload = uploaded(editor)
    GuidelineImport.objects.filter(pk=upload.pk).update(target=document)

    shown = client.get(address("_draft", upload))
    refused = client.post(address("_draft", upload), {"title": document.title, "edition": ""})

    assert shown.context["form"].initial["edition"] == "第2版"
    assert refused.context["form"].errors.keys() == {"edition"}


@pytest.mark.parametrize("is_new_edition", [True, False])
def test_next_steps_of_a_new_edition_lead_to_its_reasons(
    client: Client, editor: User, site: Site, *, is_new_edition: bool
) -> None:
    document = factories.make_guideline(site.root_page, edition="第2版")
    upload = uploaded(editor)
    target = document if is_new_edition else None
    GuidelineImport.objects.filter(pk=upload.pk).update(document=document, target=target)

    shown = client.get(address("_next", upload)).content.decode()

    link = reverse("tomoni_draft_comparison", args=[document.pk])
    assert (f'href="{link}"' in shown) == is_new_edition
