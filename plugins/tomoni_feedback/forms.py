"""What residents fill in."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_COMMENT = 1000


class AnswerForm(forms.Form):
    """Did the page help, and what was missing; no name and no address is asked for."""

    helpful = forms.TypedChoiceField(
        label=_("Was this page helpful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=_("What could be better?"),
        help_text=_(
            "You do not need to write anything. Please do not write names or phone numbers."
        ),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # People do not see this field; programs that fill in everything give themselves away.
    website = forms.CharField(required=False, widget=forms.HiddenInput)
