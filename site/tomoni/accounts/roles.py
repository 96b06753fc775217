"""The roles that people of a town take, each with the least rights that its work needs.

The migrations copy what they need from here; a changed right needs a new migration.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACCESS_ADMIN = "wagtailadmin.access_admin"
FILL_LIBRARY = (
    "tomoni_media.add_image",
    "tomoni_media.change_image",
    "tomoni_media.choose_image",
    "tomoni_media.add_document",
    "tomoni_media.change_document",
    "tomoni_media.choose_document",
)
CHOOSE_FROM_LIBRARY = ("tomoni_media.choose_image", "tomoni_media.choose_document")
TELL_WHOM_TO_ASK = ("tomoni_home.add_section", "tomoni_home.change_section")
SPEAK_FOR_THE_TOWN = (
    *TELL_WHOM_TO_ASK,
    "tomoni_home.delete_section",
    "tomoni_home.add_wording",
    "tomoni_home.change_wording",
    "tomoni_home.delete_wording",
    "tomoni_home.add_emergencynotice",
    "tomoni_home.change_emergencynotice",
    "tomoni_home.delete_emergencynotice",
)
KEEP_SEARCH_WORDS = (
    "tomoni_search.add_term",
    "tomoni_search.change_term",
    "tomoni_search.add_synonymset",
    "tomoni_search.change_synonymset",
    "tomoni_search.add_pagerequest",
    "tomoni_search.change_pagerequest",
)
TAKE_SEARCH_WORDS_AWAY = (
    "tomoni_search.delete_term",
    "tomoni_search.delete_synonymset",
    "tomoni_search.delete_pagerequest",
)
TRANSLATE_SEARCH_WORDS = ("tomoni_search.change_term",)


@dataclass(frozen=True)
class Role:
    """A role: its group, and its rights on the site, on all pages and on the media library."""

    code: str
    group_name: str
    label: str | Promise
    explanation: str | Promise
    permissions: tuple[str, ...] = ()
    page_permissions: tuple[str, ...] = ()
    collection_permissions: tuple[str, ...] = ()


EDITOR = Role(
    "editor",
    "編集者",
    _("Editor"),
    _("Writes pages and fills the library; cannot publish."),
    (ACCESS_ADMIN, *TELL_WHOM_TO_ASK, *KEEP_SEARCH_WORDS),
    ("add_page", "change_page"),
    FILL_LIBRARY,
)
APPROVER = Role(
    "approver",
    "承認者（課長）",
    _("Approver"),
    _("Checks pages, mends them and publishes them."),
    (ACCESS_ADMIN, *SPEAK_FOR_THE_TOWN, *KEEP_SEARCH_WORDS, *TAKE_SEARCH_WORDS_AWAY),
    ("change_page", "publish_page", "lock_page", "unlock_page"),
    CHOOSE_FROM_LIBRARY,
)
TRANSLATOR = Role(
    "translator",
    "翻訳者",
    _("Translator"),
    _("Writes translations of existing pages; cannot publish."),
    (ACCESS_ADMIN, *TRANSLATE_SEARCH_WORDS),
    ("change_page",),
    CHOOSE_FROM_LIBRARY,
)
REVIEWER = Role(
    "reviewer",
    "審査員",
    _("Reviewer"),
    _("Gives an opinion on what residents propose; does not enter the editors' pages."),
)
GROUP_OFFICER = Role(
    "group_officer",
    "団体役員",
    _("Group officer"),
    _("Speaks for a residents' group; does not enter the editors' pages."),
)
OPERATOR = Role(
    "operator",
    "運用担当",
    _("Operator"),
    _("Looks after accounts, redirects and the site itself; does not touch its content."),
    (
        ACCESS_ADMIN,
        "tomoni_accounts.add_user",
        "tomoni_accounts.change_user",
        "wagtailcore.change_site",
        "wagtailcore.add_locale",
        "wagtailcore.change_locale",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "tomoni_home.change_siteappearance",
    ),
)
ROLES = (EDITOR, APPROVER, TRANSLATOR, REVIEWER, GROUP_OFFICER, OPERATOR)
