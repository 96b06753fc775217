"""Words with their marks as HTML, told to eyes, ears and paper alike."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.comparing import Span, State
from tomoni.guidelines.comparing.result import Mark

STATES: Mapping[str, Promise] = {
    State.CHANGED: _("Changed"),
    State.ADDED: _("Added"),
    State.REMOVED: _("Removed"),
    "moved": _("In another place"),
    State.SPLIT: _("Divided"),
    State.MERGED: _("Joined"),
    State.RENUMBERED: _("Number only"),
    State.NOTATION: _("Way of writing only"),
    State.SAME: _("Unchanged"),
}


def marked(spans: Iterable[Span], *, is_new: bool) -> SafeString:
    """Return words as HTML: what went in `del`, what came in `ins`, each said aloud as such."""
    return format_html_join("", "{}", ((_span(span, is_new=is_new),) for span in spans))


def _span(span: Span, *, is_new: bool) -> SafeString:
    if span.mark is Mark.SAME:
        return format_html("{}", span.text)
    if span.mark is Mark.NOTATION:
        return format_html('<span class="notation">{}</span>', span.text)
    tag = "ins" if is_new else "del"
    word = STATES[State.ADDED if is_new else State.REMOVED]
    return format_html(
        '<{tag}><span class="visually-hidden">［{word} </span>{text}'
        '<span class="visually-hidden">］</span></{tag}>',
        tag=SafeString(tag),
        word=word,
        text=span.text,
    )


def picture_word() -> str:
    return gettext("Picture")
