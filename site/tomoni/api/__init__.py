"""The second door: models, services and selectors that a plugin may build on.

Import it when the apps are ready (in models, views, services), not in `apps.py`.
"""

from tomoni.accounts.lockout import client_address
from tomoni.guidelines.collaboration import CollaborationModel, collaboration_model_of
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.services import create_guideline
from tomoni.home.frame import SiteFrame, frame_of
from tomoni.home.models import HomePage, PublicPage, Section, StandardPage
from tomoni.media.services import store_image
from tomoni.plugins.bodies import OpenStreamField

__all__ = [
    "ChapterPage",
    "CollaborationModel",
    "GuidelinePage",
    "HomePage",
    "OpenStreamField",
    "PublicPage",
    "Section",
    "SiteFrame",
    "StandardPage",
    "client_address",
    "collaboration_model_of",
    "create_guideline",
    "frame_of",
    "store_image",
]
