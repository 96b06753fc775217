"""The editors' screens: who comes to them, where they are and what is done there.

A new screen is a line in `SCREENS`. They are visited in this order, each role in a window of its
own, so that one may go on where another ended; a screen without a path looks at what stands there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.journeys import desk
from tests.journeys.desk import Tab


@dataclass(frozen=True)
class Screen:
    """A screen; its path may name {front}, {guideline}, {chapter}, {section}, {user}, {image}."""

    who: str
    name: str
    path: str = ""
    act: Callable[[Tab], None] = desk.look


EDIT_CHAPTER = "/admin/pages/{chapter}/edit/"
EDIT_OTHER = "/admin/pages/{other}/edit/"
SECTIONS = "/admin/snippets/tomoni_home/section"
WORDINGS = "/admin/snippets/tomoni_home/wording"
NOTICES = "/admin/snippets/tomoni_home/emergencynotice"
BULK = "/admin/bulk"

SCREENS = (
    Screen("", "sign in", "/admin/"),
    Screen("", "sign in wrongly", act=desk.sign_in_wrongly),
    Screen("", "forgotten password", "/admin/password_reset/"),
    # Looking around and writing.
    Screen("editor", "dashboard", "/admin/"),
    Screen("editor", "search in the menu", act=desk.open_account_menu),
    Screen("editor", "top of the pages", "/admin/pages/"),
    Screen("editor", "chapters", "/admin/pages/{guideline}/"),
    Screen("editor", "search", "/admin/pages/search/?q=協働"),
    Screen("editor", "search without result", "/admin/pages/search/?q=ほうれんそう"),
    Screen("editor", "choose a type", "/admin/pages/{front}/add_subpage/"),
    Screen("editor", "new page", "/admin/pages/add/tomoni_home/standardpage/{front}/"),
    Screen("editor", "new guideline", "/admin/pages/add/tomoni_guidelines/guidelinepage/{front}/"),
    Screen("editor", "choose a section", act=desk.choose("課を選択")),
    Screen("editor", "new chapter", "/admin/pages/add/tomoni_guidelines/chapterpage/{guideline}/"),
    Screen("editor", "new chapter without title", act=desk.save_as_it_is),
    Screen("editor", "guideline", "/admin/pages/{guideline}/edit/"),
    Screen("editor", "guideline's side panels", act=desk.open_side_panels),
    Screen("editor", "chapter", EDIT_CHAPTER),
    Screen("editor", "chapter's side panels", act=desk.open_side_panels),
    Screen("editor", "kinds of blocks", EDIT_CHAPTER, desk.open_blocks),
    Screen("editor", "choose a picture", EDIT_CHAPTER, desk.choose_picture),
    Screen("editor", "upload a picture", act=desk.open_tab_of_dialog),
    Screen("editor", "commands", EDIT_CHAPTER, desk.type_a_slash),
    Screen("editor", "toolbar", EDIT_CHAPTER, desk.select_words),
    Screen("editor", "link to a page", act=desk.press("[name=LINK]", ".modal-content .link-types")),
    Screen("editor", "link outwards", act=desk.next_kind_of_link("external-link")),
    Screen("editor", "link to mail", act=desk.next_kind_of_link("email-link")),
    Screen("editor", "link to a phone", act=desk.next_kind_of_link("phone-link")),
    Screen("editor", "link to an anchor", act=desk.next_kind_of_link("anchor-link")),
    Screen("editor", "comment", EDIT_CHAPTER, desk.write_comment),
    Screen("editor", "move", "/admin/pages/{chapter}/move/"),
    Screen("editor", "copy", "/admin/pages/{chapter}/copy/"),
    Screen("editor", "usage", "/admin/pages/{chapter}/usage/"),
    # Approving.
    Screen("approver", "dashboard", "/admin/"),
    Screen("approver", "page to approve", EDIT_CHAPTER, desk.open_status),
    Screen("approver", "history", "/admin/pages/{chapter}/history/"),
    Screen("approver", "workflows of a page", "/admin/pages/{chapter}/workflow_history/"),
    Screen("approver", "privacy", EDIT_OTHER, desk.open_privacy),
    Screen("approver", "schedule", EDIT_OTHER, desk.open_schedule),
    Screen("approver", "unpublish", "/admin/pages/{other}/unpublish/"),
    Screen("approver", "publish several", BULK + "/wagtailcore/page/publish/?id={chapter}"),
    Screen("approver", "unpublish several", BULK + "/wagtailcore/page/unpublish/?id={chapter}"),
    Screen("editor", "page that somebody else opens", EDIT_OTHER),
    Screen("approver", "page that somebody else has open", EDIT_OTHER, desk.wait_for_others),
    Screen("approver", "locked pages", "/admin/reports/locked/"),
    # What belongs to pages: pictures, documents, sections, words, notices.
    Screen("editor", "pictures", "/admin/images/"),
    Screen("editor", "a picture", "/admin/images/{image}/"),
    Screen("editor", "usage of a picture", "/admin/images/usage/{image}/"),
    Screen("editor", "add pictures", "/admin/images/multiple/add/"),
    Screen("editor", "add a picture", "/admin/images/add/"),
    Screen("editor", "documents", "/admin/documents/"),
    Screen("editor", "add documents", "/admin/documents/multiple/add/"),
    Screen("editor", "add a document", "/admin/documents/add/"),
    Screen("editor", "sections", SECTIONS + "/?locale=ja"),
    Screen("editor", "new section", SECTIONS + "/add/"),
    Screen("editor", "new section without name", act=desk.save_as_it_is),
    Screen("editor", "a section", SECTIONS + "/edit/{section}/"),
    Screen("editor", "history of a section", SECTIONS + "/history/{section}/"),
    Screen("editor", "usage of a section", SECTIONS + "/usage/{section}/"),
    Screen("approver", "delete a section", SECTIONS + "/delete/{section}/"),
    Screen("approver", "words of the town", WORDINGS + "/?locale={japanese}"),
    Screen("approver", "new word", WORDINGS + "/add/"),
    Screen("approver", "notices", NOTICES + "/"),
    Screen("approver", "new notice", NOTICES + "/add/"),
    # Oneself, and what happened.
    Screen("editor", "account", "/admin/account/"),
    Screen("editor", "workflow report", "/admin/reports/workflow/"),
    Screen("editor", "task report", "/admin/reports/workflow_tasks/"),
    Screen("editor", "aging pages", "/admin/reports/aging-pages/"),
    Screen("editor", "kinds of pages", "/admin/reports/page-types-usage/"),
    Screen("editor", "feedback", "/admin/reports/feedback/"),
    Screen("approver", "site history", "/admin/reports/site-history/"),
    # Whoever runs the site.
    Screen("operator", "dashboard", "/admin/"),
    Screen("operator", "users", "/admin/users/"),
    Screen("operator", "new user", "/admin/users/new/"),
    Screen("operator", "new user without name", act=desk.save_as_it_is),
    Screen("operator", "a user", "/admin/users/edit/{user}/"),
    Screen("operator", "history of a user", "/admin/users/history/{user}/"),
    Screen("operator", "assign a role", BULK + "/tomoni_accounts/user/assign_role/?id={user}"),
    Screen("operator", "redirects", "/admin/redirects/"),
    Screen("operator", "new redirect", "/admin/redirects/add/"),
    Screen("operator", "import redirects", "/admin/redirects/import/"),
    Screen("operator", "sites", "/admin/sites/"),
    Screen("operator", "languages", "/admin/locales/"),
    Screen("operator", "appearance", "/admin/settings/tomoni_home/siteappearance/"),
    Screen("admin", "delete a page", "/admin/pages/{other}/delete/"),
    Screen("admin", "delete several pages", BULK + "/wagtailcore/page/delete/?id={chapter}"),
    Screen("admin", "workflows", "/admin/workflows/list/"),
    Screen("admin", "a workflow", "/admin/workflows/edit/{workflow}/"),
    Screen("admin", "task", "/admin/workflows/tasks/edit/{task}/"),
    Screen("admin", "groups", "/admin/groups/"),
    Screen("admin", "collections", "/admin/collections/"),
)
