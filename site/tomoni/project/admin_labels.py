"""Labels that Wagtail makes from the names of fields, and so in English only.

`name_fields` is called once all applications are there; a test tells which of these Wagtail names
itself one day.
"""

from django.forms import BaseForm
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

LINK_TEXT = _("Link text")


def name_fields() -> None:
    """Give each field and column its label."""
    for form, name, label in _form_fields():
        form.base_fields[name].label = label  # type: ignore[attr-defined]  # set by the metaclass
    _name_columns_of_sites()


def _form_fields() -> tuple[tuple[type[BaseForm], str, str | Promise], ...]:
    from wagtail.admin.forms import choosers, workflows  # noqa: PLC0415 -- app ready

    return (
        (choosers.ExternalLinkChooserForm, "link_text", LINK_TEXT),
        (choosers.AnchorLinkChooserForm, "link_text", LINK_TEXT),
        (choosers.EmailLinkChooserForm, "email_address", _("Email address")),
        (choosers.EmailLinkChooserForm, "link_text", LINK_TEXT),
        (choosers.EmailLinkChooserForm, "subject", _("Subject")),
        (choosers.EmailLinkChooserForm, "body", _("Body")),
        (choosers.PhoneLinkChooserForm, "phone_number", _("Phone number")),
        (choosers.PhoneLinkChooserForm, "link_text", LINK_TEXT),
        (workflows.WorkflowPageForm, "page", _("Page")),
    )


def _name_columns_of_sites() -> None:
    from wagtail.sites.views import IndexView  # noqa: PLC0415 -- app ready

    labels = {"port": _("port"), "site_name": _("site name"), "root_page": _("root page")}
    for column in IndexView.columns:
        if column.name in labels:
            column.label = capfirst(labels[column.name])
