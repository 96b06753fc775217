"""The few words that Wagtail's templates say without asking a catalogue, made translatable.

Copies of the templates would have to follow every release; these replacements are small, and a
test tells when a release no longer needs one.
"""

from dataclasses import dataclass

from django.template import Origin
from django.template.loaders import app_directories
from django.utils.translation import ngettext_lazy


@dataclass(frozen=True)
class Repair:
    """In a template of Wagtail, put `better` in place of `said`."""

    template: str
    said: str
    better: str


# Said by a repair, where nobody looks for texts to be translated.
SAID = (ngettext_lazy("%(counter)s entry", "%(counter)s entries", "counter"),)

REPAIRS = (
    Repair("wagtailadmin/home.html", 'value="Search"', """value="{% translate 'Search' %}\""""),
    Repair(
        "wagtailadmin/shared/header.html", 'value="Search"', """value="{% translate 'Search' %}\""""
    ),
    Repair(
        "wagtailadmin/shared/headers/_actions.html",
        'aria-label="Actions"',
        """{% load i18n %}aria-label="{% translate 'Actions' %}\"""",
    ),
    # Said of the pages that a search found: "1-6 of 6 None".
    Repair(
        "wagtailadmin/pages/listing/_page_title_column_header.html",
        "{% block after_label %}",
        "{% block after_label %}"
        "{% translate 'pages' as pages %}{% firstof model_name pages as model_name %}",
    ),
    # Said of yes and no: "True" and "False".
    Repair("wagtailadmin/tables/boolean_cell.html", "value|stringformat:'s'", "value|yesno"),
    # Said by the boxes of the table of rights: "Can add section".
    *(
        Repair(
            "wagtailusers/groups/includes/formatted_permissions.html",
            f"content_perms_dict.{action}.perm.name }}}}",
            f"content_perms_dict.object|capfirst }}}}: {{% translate '{action.capitalize()}' %}}",
        )
        for action in ("add", "change", "delete")
    ),
    # Said below lists: "2 workflow states".
    Repair(
        "wagtailadmin/shared/pagination_nav.html",
        "{{ items.paginator.items_count_label|capfirst }}",
        "{% blocktranslate count counter=items.paginator.count %}"
        "{{ counter }} entry{% plural %}{{ counter }} entries{% endblocktranslate %}",
    ),
    # Said where nobody is known to have done it: "None".
    Repair("wagtailadmin/shared/user_avatar.html", "{{ user }}", "{{ user|default_if_none:'' }}"),
)


class Loader(app_directories.Loader):
    """Load the applications' templates, Wagtail's repaired."""

    def get_contents(self, origin: Origin) -> str:
        source: str = super().get_contents(origin)
        for repair in REPAIRS:
            if origin.template_name == repair.template:
                source = source.replace(repair.said, repair.better)
        return source
