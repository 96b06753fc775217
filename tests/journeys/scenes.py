"""The editors' screens whose words come with a click: who does what where.

They are played in this order, each role in a window of its own, so that one may go on where
another ended; a scene without a path looks at what stands there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.journeys import desk
from tests.journeys.desk import Tab


@dataclass(frozen=True)
class Scene:
    """What somebody does on a screen; its path may name what `affairs.py` has made."""

    who: str
    name: str
    path: str = ""
    act: Callable[[Tab], None] = desk.look


EDIT_CHAPTER = "/admin/pages/{chapter}/edit/"
EDIT_OTHER = "/admin/pages/{other}/edit/"
EDIT_RETURNED = "/admin/pages/{returned}/edit/"
IMPORT = "/admin/guidelines/import"

SCENES = (
    # The frame, which scripts build for each role.
    Scene("editor", "menu of oneself", "/admin/", desk.open_account_menu),
    Scene("editor", "tree of pages", "/admin/", desk.open_explorer),
    Scene("editor", "keys", "/admin/", desk.open_keys),
    Scene("approver", "dashboard", "/admin/", desk.settle),
    Scene("operator", "dashboard", "/admin/", desk.settle),
    Scene("admin", "dashboard", "/admin/", desk.settle),
    # Lists.
    Scene("editor", "filters of pages", "/admin/pages/{guideline}/", desk.open_filters),
    Scene("approver", "several pages", "/admin/pages/{front}/", desk.tick_all),
    # Writing.
    Scene(
        "editor",
        "new guideline",
        "/admin/pages/add/tomoni_guidelines/guidelinepage/{front}/",
        desk.choose("課を選択"),
    ),
    Scene("editor", "guideline", "/admin/pages/{guideline}/edit/", desk.open_side_panels),
    Scene("editor", "chapter", EDIT_CHAPTER, desk.open_side_panels),
    # A text, all in one window.
    Scene("editor", "toolbar", EDIT_RETURNED, desk.select_words),
    Scene("editor", "link to a page", act=desk.press("[name=LINK]", ".modal-content .link-types")),
    Scene("editor", "link outwards", act=desk.next_kind_of_link("external-link")),
    Scene("editor", "link to mail", act=desk.next_kind_of_link("email-link")),
    Scene("editor", "link to a phone", act=desk.next_kind_of_link("phone-link")),
    Scene("editor", "link to an anchor", act=desk.next_kind_of_link("anchor-link")),
    Scene("editor", "comment", act=desk.write_comment),
    Scene("editor", "commands", act=desk.type_a_slash),
    Scene("editor", "kinds of blocks", act=desk.open_blocks),
    Scene("editor", "choose a picture", act=desk.choose_picture),
    Scene("editor", "upload a picture", act=desk.open_tab_of_dialog),
    Scene("editor", "locked page", "/admin/pages/{locked}/edit/", desk.open_status),
    Scene("editor", "outline of an import", IMPORT + "/{outline}/outline/", desk.mend_outline),
    Scene("editor", "comparison", "/admin/guidelines/{guideline}/comparison/", desk.settle),
    Scene("editor", "pictures to add", "/admin/images/multiple/add/", desk.settle),
    # Approving.
    Scene("approver", "page to approve", EDIT_CHAPTER, desk.open_status),
    Scene("approver", "return a page", act=desk.press_in_footer("理由を付けて差し戻す")),
    Scene("approver", "privacy", EDIT_OTHER, desk.open_privacy),
    Scene("approver", "schedule", EDIT_OTHER, desk.open_schedule),
    Scene("approver", "day of publication", act=desk.open_calendar),
    Scene("editor", "page that somebody else opens", EDIT_OTHER, desk.look),
    Scene("approver", "page that somebody else has open", EDIT_OTHER, desk.wait_for_others),
    # Whoever runs the site.
    Scene("admin", "new step of approval", "/admin/workflows/edit/{workflow}/", desk.settle),
    Scene("admin", "rights", "/admin/groups/edit/{group}/", desk.settle),
)
