"""What readers see of a comparison: chapters, and changes with reasons, links and strips."""

from tomoni.guidelines.synopsis.addresses import Addresses
from tomoni.guidelines.synopsis.building import synopsis_of
from tomoni.guidelines.synopsis.shown import Change, Chapter, Fold, Strip, Synopsis

__all__ = ["Addresses", "Change", "Chapter", "Fold", "Strip", "Synopsis", "synopsis_of"]
