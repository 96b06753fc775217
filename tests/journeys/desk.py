"""What people do on the editors' screens; each leaves the window at what is to be looked at."""

from collections.abc import Callable
from typing import TypeAlias

from playwright.sync_api import Page as Tab

Act: TypeAlias = Callable[[Tab], None]
SETTLED = 250
KINDS_OF_LINKS = {
    "external-link": "外部リンク",
    "email-link": "メールのリンク",
    "phone-link": "電話のリンク",
    "anchor-link": "ページ内リンク",
}


def look(_tab: Tab) -> None:
    """Do nothing but look."""


def seen(tab: Tab, selector: str):
    return tab.locator(f"{selector} >> visible=true").first


def press(selector: str, shows: str = "") -> Act:
    """Press the first visible thing that fits, and wait for what it shows."""

    def act(tab: Tab) -> None:
        seen(tab, selector).click()
        if shows:
            seen(tab, shows).wait_for()
        tab.wait_for_timeout(SETTLED)
        tab.wait_for_load_state("load")

    return act


def settle(tab: Tab) -> None:
    """Let the scripts build what they build."""
    tab.wait_for_load_state("networkidle")


def open_explorer(tab: Tab) -> None:
    press(
        ".sidebar-page-explorer-item button, .sidebar-page-explorer-item a",
        ".c-page-explorer__item",
    )(tab)


def open_keys(tab: Tab) -> None:
    press(".sidebar-footer__account")(tab)
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    seen(tab, "#keyboard-shortcuts-dialog").wait_for()


def open_filters(tab: Tab) -> None:
    press("[data-controller~=w-drilldown] button", "[data-w-drilldown-target=menu]")(tab)


def tick_all(tab: Tab) -> None:
    press("[data-bulk-action-select-all-checkbox]", "[data-bulk-action-footer]")(tab)


def mend_outline(tab: Tab) -> None:
    seen(tab, ".piece .piece-choice").focus()
    tab.keyboard.press("Space")
    tab.keyboard.press("1")
    tab.wait_for_load_state("networkidle")


def press_in_footer(words: str) -> Act:
    """Press a button at the foot of the form, opening its menu where it stands in one."""

    def act(tab: Tab) -> None:
        button = tab.get_by_role("button", name=words).first
        if not button.is_visible():
            tab.locator("footer [data-w-dropdown-target=toggle]").last.click()
        button.click()
        seen(tab, "[name=comment]").wait_for()

    return act


def open_calendar(tab: Tab) -> None:
    press("#id_go_live_at", ".xdsoft_datetimepicker")(tab)


def open_account_menu(tab: Tab) -> None:
    seen(tab, ".sidebar-footer__account").click()
    tab.wait_for_timeout(SETTLED)


def open_panel(tab: Tab, name: str) -> None:
    panel = f"[data-side-panel={name}]"
    if not tab.locator(panel).first.is_visible():
        tab.locator(f"[data-side-panel-toggle={name}]").first.click()
    seen(tab, panel).wait_for()
    tab.wait_for_timeout(SETTLED)


def open_side_panels(tab: Tab) -> None:
    """Open each panel once, the checks last: they ask the preview, which takes its time."""
    for name in ("status", "comments", "preview", "checks"):
        if tab.locator(f"[data-side-panel-toggle={name}]").count():
            open_panel(tab, name)
    tab.wait_for_timeout(3 * SETTLED)


def open_status(tab: Tab) -> None:
    open_panel(tab, "status")


def open_blocks(tab: Tab) -> None:
    press(".c-sf-add-button", "[role=listbox]")(tab)


def open_dialog(tab: Tab, selector: str) -> None:
    press(selector, ".modal-content")(tab)
    tab.wait_for_timeout(SETTLED)


def choose(words: str) -> Act:
    return lambda tab: open_dialog(tab, f"button:has-text('{words}')")


def choose_picture(tab: Tab) -> None:
    """Choose the picture among the kinds of blocks, and then one of the town's."""
    tab.get_by_role("option", name="画像").click()
    open_dialog(tab, "button:has-text('画像を選択')")


def open_tab_of_dialog(tab: Tab) -> None:
    tab.locator(".modal-content [role=tab]").nth(1).click()
    tab.wait_for_timeout(SETTLED)


def select_words(tab: Tab) -> None:
    """Select the first words of a paragraph, and ask every button above them what it does."""
    seen(tab, ".public-DraftEditor-content").click()
    tab.keyboard.press("Home")
    for _character in range(2):
        tab.keyboard.press("Shift+ArrowRight")
    seen(tab, "[name=LINK]").wait_for()
    for button in tab.locator(".Draftail-ToolbarButton >> visible=true").all():
        button.hover()


def type_a_slash(tab: Tab) -> None:
    seen(tab, ".public-DraftEditor-content").click()
    tab.keyboard.press("End")
    tab.keyboard.press("Enter")
    tab.keyboard.type("/")
    seen(tab, "[role=listbox]").wait_for()


def next_kind_of_link(prefix: str) -> Act:
    """Go on to another form of the dialog for links."""

    def act(tab: Tab) -> None:
        tab.locator(".modal-content .link-types a", has_text=KINDS_OF_LINKS[prefix]).click()
        seen(tab, f"[id^=id_{prefix}-chooser-]").wait_for()

    return act


def write_comment(tab: Tab) -> None:
    tab.locator(".modal [data-dismiss=modal]").first.click()
    seen(tab, ".modal-content").wait_for(state="detached")
    select_words(tab)
    press("[name=comment]", ".comment textarea")(tab)


def open_privacy(tab: Tab) -> None:
    open_status(tab)
    press("[data-a11y-dialog-show=set-privacy]", "[name=restriction_type]")(tab)


def open_schedule(tab: Tab) -> None:
    open_status(tab)
    press("[data-a11y-dialog-show=schedule-publishing-dialog]", "#id_go_live_at")(tab)


def wait_for_others(tab: Tab) -> None:
    """Give the window the time to ask who else is there."""
    tab.wait_for_timeout(2 * SETTLED)
