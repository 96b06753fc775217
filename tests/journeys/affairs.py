"""Business that a town hall has on its hands, made in the demo town with its own services.

Called by `tomoni shell` in the process of the town; prints the numbers of what it made as JSON.
"""

import json
import sys
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Comment, Locale, Page, Site, Workflow

from tomoni.accounts.models import User
from tomoni.editing.services.keeping import keep
from tomoni.guidelines.models import ChapterPage, GuidelineImport, GuidelinePage
from tomoni.guidelines.services.import_drafts import Papers, make_drafts
from tomoni.guidelines.services.imports import keep_upload, read_waiting
from tomoni.guidelines.services.previews import make_preview_link, revoke_preview_link
from tomoni.home.models import HomePage, Section, StandardPage
from tomoni.media.models import Document, Image
from tomoni.search.models import PageRequest, SynonymSet, Term

TEXT = """第1章 協働とは

1 目的

ともに市の協働について定めます。

2 用語

協働とは、力を合わせることです。
"""


def build() -> None:
    """Do the business, and print where it stands on a line of its own."""
    editor, approver = (User.objects.get(username=name) for name in ("editor", "approver"))
    japanese = Locale.objects.get(language_code="ja")
    front = HomePage.objects.get(locale=japanese)
    guideline = GuidelinePage.objects.filter(locale=japanese, live=True).first()
    chapters = list(ChapterPage.objects.child_of(guideline).live())
    places = {
        "japanese": japanese.pk,
        "front": front.pk,
        "guideline": guideline.pk,
        **approvals(chapters, editor, approver),
        **pages(front, editor),
        **imports(front, editor),
        **library(approver),
        "section": Section.objects.filter(locale=japanese).first().pk,
        "term": Term.objects.get(slug="neighborhood-association").pk,
        "synonyms": SynonymSet.objects.first().pk,
        "wish": PageRequest.objects.create(words="スケボーパーク", asked_by=editor).pk,
        "user": editor.pk,
        "group": Group.objects.first().pk,
        "site": Site.objects.first().pk,
        "locale": Locale.objects.exclude(pk=japanese.pk).first().pk,
    }
    sys.stdout.write(f"{json.dumps(places)}\n")


def approvals(chapters: list[ChapterPage], editor: User, approver: User) -> dict[str, int]:
    """Hand one chapter in, return one, change one, lock one and let one wait for its day."""
    waiting, other, returned, locked, scheduled = chapters[:5]
    workflow = waiting.get_workflow()
    for page in (waiting, returned):
        write(page, editor)
        workflow.start(page, editor)
    state = returned.current_workflow_task_state
    state.task.specific.on_action(state, approver, "reject", comment="もう少し短くしてください。")
    first = other.save_revision(user=editor)
    write(other, approver)
    content = {**first.content, "summary": "私が書いていた要約です。"}
    kept = keep(page=other, by=editor, base=first, content=content, automatic=False)
    Comment.objects.create(
        page=other, user=approver, text="ここを直しましょう。", contentpath="summary"
    )
    links = [make_preview_link(page=other, by=editor, days=7, note="審議会") for _one in "12"]
    revoke_preview_link(link=links[0])
    locked.locked, locked.locked_by, locked.locked_at = True, approver, timezone.now()
    locked.save()
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    scheduled.expire_at = timezone.now() + timedelta(days=30)
    planned = scheduled.save_revision(user=approver)
    planned.publish()
    return {
        "chapter": waiting.pk,
        "task_state": waiting.current_workflow_task_state.pk,
        "workflow": workflow.pk,
        "task": workflow.tasks.first().pk,
        "other": other.pk,
        "first_revision": first.pk,
        "kept": kept.pk,
        "returned": returned.pk,
        "returned_state": state.workflow_state_id,
        "locked": locked.pk,
        "scheduled": scheduled.pk,
        "planned": planned.pk,
    }


def write(page: Page, user: User) -> None:
    """Save a draft with other words."""
    page.summary = "新しい要約です。"
    page.save_revision(user=user)


def pages(front: HomePage, editor: User) -> dict[str, int]:
    """Make an ordinary page that nothing refers to, and one that shows the same."""
    page = front.add_child(instance=StandardPage(title="朝市のお知らせ", locale=front.locale))
    page.save_revision(user=editor).publish()
    alias = page.create_alias(update_slug="asaichi-2")
    redirect = Redirect.objects.create(old_path="/asa", redirect_page=page)
    return {"standard": page.pk, "alias": alias.pk, "redirect": redirect.pk}


def imports(front: HomePage, editor: User) -> dict[str, int]:
    """Bring files in: one waits as an outline, one is refused, one has become drafts."""
    uploads: dict[str, Any] = {}
    for key, name, content in (
        ("outline", "見出し.txt", TEXT.encode()),
        ("refused", "壊れた.pdf", b"%PDF-1.7 broken"),
        ("drafted", "下書き.txt", TEXT.encode()),
    ):
        uploads[key] = keep_upload(
            owner=editor,
            file=BytesIO(content),
            name=name,
            size=len(content),
            parent_id=front.pk,
        )
    read_waiting()
    for upload in uploads.values():
        upload.refresh_from_db()
    make_drafts(
        upload=uploads["drafted"], parent=front, papers=Papers(title="朝市の指針", edition="初版")
    )
    assert GuidelineImport.objects.exclude(error="").get() == uploads["refused"]
    piece = uploads["outline"].pieces[0]["id"]
    return {name: upload.pk for name, upload in uploads.items()} | {"piece": piece}


def library(approver: User) -> dict[str, int]:
    """Add a document and a collection."""
    document = Document.objects.create(
        title="申請書", file=ContentFile(b"shinsei", name="shinsei.txt"), uploaded_by_user=approver
    )
    collection = Collection.get_first_root_node().add_child(name="広報")
    empty = Workflow.objects.create(name="使わない流れ")
    return {
        "document": document.pk,
        "image": Image.objects.first().pk,
        "collection": collection.pk,
        "empty_workflow": empty.pk,
    }
