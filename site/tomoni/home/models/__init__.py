"""The nouns of the home room: pages everyone has, sections, wording, notices, settings."""

from tomoni.home.models.accessibility import (
    AccessibilityCriterion,
    AccessibilityPolicyPage,
    AccessibilityResultPage,
)
from tomoni.home.models.pages import FooterLink, HomePage, PublicPage, StandardPage
from tomoni.home.models.sections import Section
from tomoni.home.models.settings import EmergencyNotice, SiteAppearance
from tomoni.home.models.wording import Wording

__all__ = [
    "AccessibilityCriterion",
    "AccessibilityPolicyPage",
    "AccessibilityResultPage",
    "EmergencyNotice",
    "FooterLink",
    "HomePage",
    "PublicPage",
    "Section",
    "SiteAppearance",
    "StandardPage",
    "Wording",
]
