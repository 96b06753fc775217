"""What whoever approves is asked: a reason for a return, a word along with an approval."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why a page goes back to its editor; without a reason it does not."""

    comment = forms.CharField(
        label=_("reason"),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write why the page goes back.")},
        help_text=_("The editor gets it by mail, and it stays in the history of the page."),
    )


class OpinionForm(forms.Form):
    """A word along with an approval."""

    comment = forms.CharField(
        label=_("comment on the approval"), required=False, widget=forms.Textarea({"rows": 4})
    )
