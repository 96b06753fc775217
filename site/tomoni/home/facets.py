"""The search filters that rooms share; nothing here touches a model."""

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import Facet

# The section in charge: one filter for all pages, whatever their room.
SECTION = Facet(
    name="section", label=_("Section in charge"), labels="tomoni.home.searching.section_names"
)
