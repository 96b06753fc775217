"""The editors' screens that say all they say when they are fetched: who comes, and to where.

A new screen of the admin is a line here, or in `scenes.py` if its words come with a click.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Screen:
    """A screen; its path may name what `affairs.py` has made. With a form, that form is sent."""

    who: str
    path: str
    status: int = 200
    # Where it leads, if not to itself.
    ends: str = ""
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        sent = f" + {','.join(self.form)}" if self.form else ""
        return f"{self.who or 'nobody'} {self.path}{sent}"


# A form of which something is wrong, so that it comes back with its errors.
WRONG = {"title": "", "slug": "!", "name": "", "body-count": "0"}
HISTORY = "/admin/pages/{chapter}/workflow_history"
BULK = "/admin/bulk/wagtailcore/page"
IMPORT = "/admin/guidelines/import"
SNIPPETS = "/admin/snippets/tomoni_home"
TERMS = "/admin/snippets/tomoni_search/term"
SYNONYMS = "/admin/snippets/tomoni_search/synonymset"
UNFOUND = "/admin/search/unfound"
WISHES = "/admin/snippets/tomoni_search/pagerequest"
# A word whose effect somebody wants to see before saving it.
TRIED = {
    "slug": "tried",
    "words_ja": "自治会（じちかい）",
    "is_active": "on",
    "show-effect": "1",
}

NOBODY = ("/ja/account/sign-in/", "/ja/account/password/", "/ja/account/password/sent/")
EDITOR = (
    # Looking around.
    "/admin/",
    "/admin/account/",
    "/admin/pages/",
    "/admin/pages/{guideline}/",
    "/admin/pages/{front}/?q=協働&locale=ja",
    "/admin/pages/search/?q=協働",
    "/admin/pages/search/?q=ほうれんそう",
    # Writing.
    "/admin/pages/{front}/add_subpage/",
    "/admin/pages/add/tomoni_home/standardpage/{front}/",
    "/admin/pages/add/tomoni_guidelines/guidelinepage/{front}/",
    "/admin/pages/add/tomoni_guidelines/chapterpage/{guideline}/",
    "/admin/pages/{guideline}/edit/",
    "/admin/pages/{chapter}/edit/",
    "/admin/pages/{other}/edit/",
    "/admin/pages/{returned}/edit/",
    "/admin/pages/{locked}/edit/",
    "/admin/pages/{scheduled}/edit/",
    "/admin/pages/{standard}/edit/",
    "/admin/pages/{standard}/move/{guideline}/confirm/",
    "/admin/pages/{chapter}/copy/",
    "/admin/pages/{chapter}/usage/",
    "/admin/pages/{other}/history/",
    "/admin/pages/{other}/revisions/{first_revision}/revert/",
    "/admin/pages/{other}/revisions/compare/{first_revision}...latest/",
    "/admin/pages/workflow/confirm_cancellation/{chapter}/",
    HISTORY + "/",
    "/admin/pages/usage/tomoni_guidelines/chapterpage/",
    "/admin/kept-versions/{kept}/",
    # Choosing.
    "/admin/choose-page/",
    "/admin/choose-page/{guideline}/",
    "/admin/choose-page/search/?q=協働",
    "/admin/choose-external-link/?link_text=ここ",
    "/admin/choose-email-link/",
    "/admin/choose-phone-link/",
    "/admin/choose-anchor-link/",
    "/admin/images/chooser/",
    "/admin/images/chooser/?q=ほうれんそう",
    "/admin/images/chooser/{image}/select_format/",
    "/admin/documents/chooser/",
    "/admin/embeds/chooser/",
    "/admin/snippets/choose/tomoni_home/section/",
    # Guidelines.
    "/admin/guidelines/{guideline}/comparison/",
    "/admin/guidelines/{other}/findings/",
    "/admin/guidelines/{other}/links/",
    "/admin/guidelines/{other}/sections/move/",
    "/admin/reports/findings/",
    "/admin/reports/reviews/",
    IMPORT + "/",
    IMPORT + "/upload/",
    IMPORT + "/upload/?target={guideline}",
    IMPORT + "/{refused}/",
    IMPORT + "/{refused}/delete/",
    IMPORT + "/{outline}/outline/",
    IMPORT + "/{outline}/pieces/{piece}/",
    IMPORT + "/{outline}/draft/",
    IMPORT + "/{drafted}/next/",
    # Pictures, documents, sections.
    "/admin/images/",
    "/admin/images/{image}/",
    "/admin/images/usage/{image}/",
    "/admin/images/multiple/add/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/documents/edit/{document}/",
    "/admin/documents/usage/{document}/",
    "/admin/documents/multiple/add/",
    "/admin/documents/add/",
    SNIPPETS + "/section/?locale=ja",
    SNIPPETS + "/section/add/",
    SNIPPETS + "/section/edit/{section}/",
    SNIPPETS + "/section/copy/{section}/",
    SNIPPETS + "/section/history/{section}/",
    SNIPPETS + "/section/usage/{section}/",
    # The words of the search.
    TERMS + "/",
    TERMS + "/?q=hoi+tu+quan",
    TERMS + "/add/",
    TERMS + "/edit/{term}/",
    TERMS + "/history/{term}/",
    TERMS + "/usage/{term}/",
    SYNONYMS + "/",
    SYNONYMS + "/add/",
    SYNONYMS + "/edit/{synonyms}/",
    SYNONYMS + "/history/{synonyms}/",
    UNFOUND + "/",
    UNFOUND + "/?locale=pt-br&kind=nothing",
    UNFOUND + "/?aside=true",
    SYNONYMS + "/add/?word=スケボー&locale=ja",
    WISHES + "/",
    WISHES + "/add/?word=スケボー&locale=ja",
    WISHES + "/edit/{wish}/",
    WISHES + "/history/{wish}/",
    # What happened.
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/",
    "/admin/reports/feedback/",
)
APPROVER = (
    "/admin/",
    "/admin/pages/{chapter}/edit/",
    "/admin/pages/{other}/edit/",
    "/admin/pages/{locked}/edit/",
    "/admin/pages/{scheduled}/edit/",
    "/admin/pages/{alias}/edit/",
    "/admin/pages/{chapter}/history/",
    "/admin/pages/{scheduled}/history/",
    HISTORY + "/",
    "/admin/pages/{returned}/workflow_history/detail/{returned_state}/",
    "/admin/pages/workflow/action/{chapter}/approve/{task_state}/",
    "/admin/pages/workflow/action/{chapter}/reject/{task_state}/",
    "/admin/pages/workflow/collect_action_data/{chapter}/reject/{task_state}/",
    "/admin/pages/{other}/privacy/",
    "/admin/pages/{scheduled}/revisions/{planned}/unschedule/",
    "/admin/pages/{chapter}/move/",
    "/admin/pages/{standard}/unpublish/",
    "/admin/pages/{chapter}/unpublish/",
    "/admin/pages/{alias}/convert_alias/",
    BULK + "/publish/?id={chapter}",
    BULK + "/unpublish/?id={standard}",
    BULK + "/move/?id={standard}",
    SNIPPETS + "/section/delete/{section}/",
    SNIPPETS + "/wording/?locale={japanese}",
    SNIPPETS + "/wording/add/",
    SNIPPETS + "/emergencynotice/",
    SNIPPETS + "/emergencynotice/add/",
    TERMS + "/delete/{term}/",
    SYNONYMS + "/delete/{synonyms}/",
    WISHES + "/delete/{wish}/",
    "/admin/reports/locked/",
    "/admin/reports/site-history/",
)
OPERATOR = (
    "/admin/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/users/edit/{user}/",
    "/admin/users/history/{user}/",
    "/admin/bulk/tomoni_accounts/user/assign_role/?id={user}",
    "/admin/redirects/",
    "/admin/redirects/add/",
    "/admin/redirects/{redirect}/",
    "/admin/redirects/{redirect}/delete/",
    "/admin/redirects/import/",
    "/admin/sites/",
    "/admin/locales/",
    "/admin/settings/tomoni_home/siteappearance/{site}/",
)
ADMIN = (
    "/admin/",
    "/admin/pages/{standard}/delete/",
    BULK + "/delete/?id={standard}",
    "/admin/bulk/tomoni_media/image/delete/?id={image}",
    "/admin/bulk/tomoni_media/image/add_tags/?id={image}",
    "/admin/bulk/tomoni_media/image/add_to_collection/?id={image}",
    "/admin/bulk/tomoni_media/document/add_to_collection/?id={document}",
    "/admin/images/{image}/delete/",
    "/admin/documents/delete/{document}/",
    "/admin/workflows/list/",
    "/admin/workflows/add/",
    "/admin/workflows/edit/{workflow}/",
    "/admin/workflows/usage/{workflow}/",
    "/admin/workflows/disable/{workflow}/",
    "/admin/workflows/disable/{empty_workflow}/",
    "/admin/workflows/tasks/index/",
    "/admin/workflows/tasks/select_type/",
    "/admin/workflows/tasks/add/tomoni_editing/sectionchiefapproval/",
    "/admin/workflows/tasks/edit/{task}/",
    "/admin/workflows/tasks/disable/{task}/",
    "/admin/workflows/task_chooser/",
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/groups/edit/{group}/",
    "/admin/groups/delete/{group}/",
    "/admin/groups/history/{group}/",
    "/admin/users/delete/{user}/",
    "/admin/users/usage/{user}/",
    "/admin/collections/",
    "/admin/collections/add/",
    "/admin/collections/{collection}/",
    "/admin/collections/{collection}/delete/",
    "/admin/collections/{collection}/privacy/",
    "/admin/pages/create/tomoni_guidelines/chapterpage",
    "/admin/sites/delete/{site}/",
    "/admin/workflows/task_chooser/create/",
    "/admin/sites/new/",
    "/admin/sites/edit/{site}/",
    "/admin/sites/history/{site}/",
    "/admin/locales/new/",
    "/admin/locales/edit/{locale}/",
    "/admin/locales/delete/{locale}/",
    "/admin/translation/submit/page/{standard}/",
    "/admin/translation/submit/snippet/tomoni_home/section/{section}/",
)
# Forms that come back, and doors that stay shut.
PASSWORD = "/ja/account/password/"
LISTED = "/admin/pages/{guideline}/"
OTHERS = (
    Screen("", "/admin/", ends="/ja/account/sign-in/"),
    Screen("", "/admin/password_reset/", ends=PASSWORD),
    Screen("", PASSWORD, form={"email": "nobody"}),
    Screen("", "/ja/account/sign-in/", form={"username": "nobody", "password": "no"}),
    Screen("editor", "/admin/pages/add/tomoni_home/standardpage/{front}/", form=WRONG),
    Screen("editor", "/admin/pages/{other}/edit/", form=WRONG),
    Screen("editor", SNIPPETS + "/section/add/", form=WRONG),
    Screen("editor", TERMS + "/add/", form=WRONG),
    Screen("editor", TERMS + "/add/", form=TRIED),
    Screen("editor", SYNONYMS + "/add/", form=WRONG),
    Screen("editor", WISHES + "/add/", form=WRONG),
    Screen("operator", UNFOUND + "/", ends="/admin/"),
    Screen("editor", "/admin/images/add/", form=WRONG),
    Screen("editor", "/admin/documents/add/", form=WRONG),
    Screen("editor", IMPORT + "/upload/", form=WRONG),
    Screen("editor", "/admin/account/", form=WRONG),
    Screen("operator", "/admin/users/new/", form=WRONG),
    Screen("operator", "/admin/redirects/add/", form=WRONG),
    Screen("editor", "/admin/nowhere/", status=404),
    Screen("editor", "/admin/pages/99999/edit/", status=404),
    Screen("editor", "/admin/groups/", ends="/admin/"),
    Screen("editor", "/admin/pages/{standard}/unpublish/", ends="/admin/"),
    Screen("admin", "/admin/pages/{chapter}/delete/", ends=LISTED),
    Screen("editor", "/ja/"),
)


def screens() -> Iterator[Screen]:
    """Yield all screens in the order in which they are visited."""
    roles = {"": NOBODY, "editor": EDITOR, "approver": APPROVER}
    for who, paths in (roles | {"operator": OPERATOR, "admin": ADMIN}).items():
        yield from (Screen(who, path) for path in paths)
    yield from OTHERS
