"""Every kind of public page, and how a visitor comes to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.journeys.town import LivePage, Town


def nothing(_page: "Page") -> None:
    """Leave the page as it was opened."""


def send_empty(page: "Page") -> None:
    """Send the page's form as it is, so that it comes back with its errors."""
    page.locator("main form button").last.click()
    page.locator(".error-summary").wait_for()


def sign_in_wrongly(page: "Page") -> None:
    page.fill("input[name=username]", "nobody-here")
    page.fill("input[name=password]", "wrong wrong wrong")
    send_empty(page)


def sign_in_until_locked(page: "Page") -> None:
    for _time in range(6):
        page.fill("input[name=username]", "nobody-locked")
        page.fill("input[name=password]", "wrong wrong wrong")
        send_empty(page)


# Two editions of the guideline, a section that only the older one has, and the chapter it stood in.
EDITIONS_OF = {
    "ja": {"old": "初版", "new": "第2版", "gone": "s-fb3397a9", "chapter": "chapter-2"},
    "pt-br": {"old": "2a-edição", "new": "3a-edição", "gone": "s-fc89490b", "chapter": "chapter-2"},
}


@dataclass(frozen=True)
class Place:
    """A kind of page: of which model, or at which path below the language; and what to do there."""

    name: str
    model: str = ""
    slug: str = ""
    path: str = ""
    act: Callable[["Page"], None] = nothing
    languages: tuple[str, ...] = ("ja", "pt-br", "ja-simple", "en")
    status: int = 200

    def path_in(self, language: str, pages: "list[LivePage]") -> str:
        """Return the place's path in a language in which it exists."""
        of_language = [page for page in pages if page.language == language]
        if not self.model:
            asked = next(page.id for page in of_language if page.path.endswith("/garbage/"))
            named = {"page_id": asked, **EDITIONS_OF.get(language, {})}
            return f"/{language}/{self.path.format_map(named)}"
        return next(
            page.path
            for page in of_language
            if page.model == self.model.lower() and page.path.rstrip("/").endswith(self.slug)
        )


BOTH = ("ja", "pt-br")
FRONT = Place("front", model="tomoni_home.HomePage")
STANDARD = Place("standard", model="tomoni_home.StandardPage", slug="garbage")
GUIDELINE = Place("guideline", model="tomoni_guidelines.GuidelinePage", slug="/guideline")
CHAPTER = Place("chapter", model="tomoni_guidelines.ChapterPage", slug="/guideline/chapter-2")
ARTICLES = Place(
    "articles",
    model="tomoni_guidelines.ChapterPage",
    slug="/participation-ordinance/chapter-1",
    languages=("ja",),
)
WHOLE = Place("whole-document", path="guideline/all/")
EDITIONS = Place("editions", path="guideline/editions/")
OLD_EDITION = Place("old-edition", path="guideline/editions/{old}/", languages=BOTH)
CHOOSER = Place("comparison-chooser", path="guideline/compare/")
CHOSEN_TWICE = Place("chosen-twice", path="guideline/compare/?old={old}&new={old}", languages=BOTH)
COMPARISON = Place("comparison", path="guideline/compare/{old}/{new}/", languages=BOTH)
UNFOLDED = Place("unfolded", path="guideline/compare/{old}/{new}/?open=all", languages=BOTH)
GONE = Place("gone-section", path="guideline/s/{gone}/", languages=BOTH, status=410)
PLACEHOLDER = Place("placeholder", path="guideline/{chapter}/#{gone}", languages=BOTH)
POLICY = Place("accessibility-policy", model="tomoni_home.AccessibilityPolicyPage", languages=BOTH)
RESULT = Place("accessibility-result", model="tomoni_home.AccessibilityResultPage", languages=BOTH)
SEARCH_HITS = Place("search-hits", path="search/?q=協働")
SEARCH_BY_KIND = Place("search-by-kind", path="search/?q=協働&sort=kind")
SEARCH_MISSPELT = Place("search-misspelt", path="search/?q=国民健康補険", languages=("ja",))
SEARCH_NONE = Place("search-none", path="search/?q=xyzzyx")
SEARCH_EMPTY = Place("search-empty", path="search/")
FEEDBACK = Place("feedback-form", path="feedback/{page_id}/")
FEEDBACK_ERRORS = Place("feedback-errors", path="feedback/{page_id}/", act=send_empty)
FEEDBACK_THANKS = Place("feedback-thanks", path="feedback/{page_id}/thanks/")
SIGN_IN = Place("sign-in", path="account/sign-in/")
SIGN_IN_ERRORS = Place("sign-in-errors", path="account/sign-in/", act=sign_in_wrongly)
SIGN_IN_LOCKED = Place("sign-in-locked", path="account/sign-in/", act=sign_in_until_locked)
PASSWORD = Place("password-reset", path="account/password/")
PASSWORD_ERRORS = Place("password-reset-errors", path="account/password/", act=send_empty)
PASSWORD_SENT = Place("password-reset-sent", path="account/password/sent/")
MISSING = Place("missing", path="there-is-no-such-page/", status=404)

PLACES = (
    FRONT,
    STANDARD,
    GUIDELINE,
    CHAPTER,
    ARTICLES,
    WHOLE,
    EDITIONS,
    OLD_EDITION,
    CHOOSER,
    CHOSEN_TWICE,
    COMPARISON,
    UNFOLDED,
    GONE,
    PLACEHOLDER,
    POLICY,
    RESULT,
    SEARCH_HITS,
    SEARCH_BY_KIND,
    SEARCH_MISSPELT,
    SEARCH_NONE,
    SEARCH_EMPTY,
    FEEDBACK,
    FEEDBACK_ERRORS,
    FEEDBACK_THANKS,
    SIGN_IN,
    SIGN_IN_ERRORS,
    SIGN_IN_LOCKED,
    PASSWORD,
    PASSWORD_ERRORS,
    PASSWORD_SENT,
    MISSING,
)
# Pages that are read without a form of their own: these never set a cookie.
READ = (
    FRONT,
    STANDARD,
    GUIDELINE,
    CHAPTER,
    WHOLE,
    EDITIONS,
    OLD_EDITION,
    CHOOSER,
    COMPARISON,
    GONE,
    POLICY,
    RESULT,
    SEARCH_HITS,
    MISSING,
)


def address(place: Place, language: str, town: "Town") -> str:
    """Return the whole address of a place in a language in which it exists."""
    return town.base + place.path_in(language, town.pages())
