"""Who may import guidelines, open an upload, and make pages of it; views ask here."""

from typing import Any

from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from tomoni.guidelines.models import ChapterPage, GuidelineImport, GuidelinePage

ACCESS_ADMIN = "wagtailadmin.access_admin"


def may_import(user: Any) -> bool:  # Any: a user or nobody
    """Tell whether this person may add pages anywhere."""
    return bool(
        user.is_active
        and user.has_perm(ACCESS_ADMIN)
        and page_permission_policy.user_has_permission(user, "add")
    )


def may_open(user: Any, upload: GuidelineImport) -> bool:  # Any: a user or nobody
    """Tell whether this person may see and mend an upload: their own, or that of their document."""
    if not may_import(user):
        return False
    if user.is_superuser or upload.owner_id == user.pk:
        return True
    document = upload.document or upload.target
    return document is not None and may_renew(user, document)


def may_add_to(user: Any, parent: Page) -> bool:  # Any: a user or nobody
    """Tell whether this person may add a guideline below a page."""
    return (
        may_import(user)
        and GuidelinePage.can_create_at(parent)
        and parent.permissions_for_user(user).can_add_subpage()
    )


def may_renew(user: Any, document: GuidelinePage) -> bool:  # Any: a user or nobody
    """Tell whether this person may write a new edition of a document; a mirrored one has none."""
    rights = document.permissions_for_user(user)
    return (
        may_import(user)
        and document.alias_of_id is None
        and rights.can_edit()
        and rights.can_add_subpage()
        and ChapterPage.can_create_at(document)
    )


def may_show_draft(user: Any, page: Page) -> bool:  # Any: a user or nobody
    """Tell whether this person may see a page's draft whole and give out links to it."""
    return bool(
        user.is_active
        and user.has_perm(ACCESS_ADMIN)
        and page.permissions_for_user(user).can_edit()
    )


def may_give_reasons(user: Any, document: GuidelinePage) -> bool:  # Any: a user or nobody
    """Tell whether this person may say why sections change: not while others hold the page."""
    rights = document.permissions_for_user(user)
    return may_show_draft(user, document) and not rights.page_locked()


def may_move_sections(user: Any, chapter: ChapterPage) -> bool:  # Any: a user or nobody
    """Tell whether this person may take sections out of a chapter's draft or put them in.

    A mirrored chapter has no drafts of its own.
    """
    return chapter.alias_of_id is None and may_show_draft(user, chapter)
