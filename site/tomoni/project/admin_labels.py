"""Labels that Wagtail makes from the names of fields, and so in English only.

`name_fields` is called once all applications are there; a test tells which of these Wagtail names
itself one day.
"""

from typing import Any

from django.apps import apps
from django.forms import BaseForm
from django.template.defaultfilters import yesno
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

LINK_TEXT = _("Link text")


def name_fields() -> None:
    """Give each field and column its label."""
    for form, name, label in _form_fields():
        form.base_fields[name].label = label  # type: ignore[attr-defined]  # set by the metaclass
    _name_columns_of_sites()
    _name_filters_of_choosers()
    _name_permissions_on_pages()
    _name_models()
    _say_yes_and_no()


def _form_fields() -> tuple[tuple[type[BaseForm], str, str | Promise], ...]:
    from wagtail.admin.forms import choosers, workflows  # noqa: PLC0415 -- app ready
    from wagtail.users.forms import PagePermissionsForm  # noqa: PLC0415 -- app ready

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
        (PagePermissionsForm, "page", _("Page")),
    )


def _name_columns_of_sites() -> None:
    from wagtail.sites.views import IndexView  # noqa: PLC0415 -- app ready

    labels = {"port": _("port"), "site_name": _("site name"), "root_page": _("root page")}
    for column in IndexView.columns:
        if column.name in labels:
            column.label = capfirst(labels[column.name])


def _name_filters_of_choosers() -> None:
    """Name the filters in the dialogs that choose something; they are made with each form."""
    from wagtail.admin.forms.choosers import LocaleFilterMixin  # noqa: PLC0415 -- app ready
    from wagtail.admin.forms.workflows import TaskChooserSearchForm  # noqa: PLC0415 -- app ready

    _name_when_made(LocaleFilterMixin, "locale", _("Locale"))
    _name_when_made(TaskChooserSearchForm, "task_type", _("Task type"))


def _name_when_made(form_class: Any, name: str, label: str | Promise) -> None:
    make = form_class.__init__

    def make_and_name(form: Any, *args: object, **kwargs: object) -> None:
        make(form, *args, **kwargs)
        if name in form.fields:
            form.fields[name].label = label

    form_class.__init__ = make_and_name


def _name_permissions_on_pages() -> None:
    """Let the boxes in the table of permissions say what they allow; their names are data."""
    from wagtail.models import PAGE_PERMISSION_TYPES  # noqa: PLC0415 -- app ready
    from wagtail.users.forms import PagePermissionsForm  # noqa: PLC0415 -- app ready

    # Wagtail 7.4 names the codes as the permissions, 8.0 without the model.
    said = {
        f"{code.removesuffix('_page')}_page": words for code, _short, words in PAGE_PERMISSION_TYPES
    }
    field: Any = PagePermissionsForm.base_fields["permissions"]
    field.label_from_instance = lambda permission: said.get(permission.codename, permission.name)


def _name_models() -> None:
    """Name the models that are nameless; on the finished ones, so that no migration is seen."""
    from wagtail.models import Locale  # noqa: PLC0415 -- app ready

    Locale._meta.verbose_name = _("locale")  # noqa: SLF001
    Locale._meta.verbose_name_plural = _("locales")  # noqa: SLF001
    # A plugin that translates stands in the place of this app.
    if apps.is_installed("wagtail.contrib.simple_translation"):
        maker = apps.get_model("simple_translation", "SimpleTranslation")
        maker._meta.verbose_name = _("making of translations")  # noqa: SLF001


def _say_yes_and_no() -> None:
    """Let two versions be compared in words: a ticked box is no "True"."""
    from wagtail.blocks import BooleanBlock  # noqa: PLC0415 -- app ready

    def in_words(_block: BooleanBlock, value: object, context: object = None) -> str:
        del context
        return str(yesno(bool(value)))

    BooleanBlock.render_basic = in_words
