"""The kernel: the door through which rooms and plugins add to the site.

Safe to import from settings: nothing here touches a model.
"""

from tomoni.plugins.config import PluginConfig, RoomConfig
from tomoni.plugins.extensions import (
    BlockType,
    DashboardPanel,
    DemoContent,
    Facet,
    ForeignText,
    Health,
    HealthCheck,
    NavItem,
    Passage,
    PeriodicTask,
    SearchSource,
    SearchText,
    SlotFragment,
    UrlMount,
    WordingEntry,
)
from tomoni.plugins.registry import registry

__all__ = [
    "BlockType",
    "DashboardPanel",
    "DemoContent",
    "Facet",
    "ForeignText",
    "Health",
    "HealthCheck",
    "NavItem",
    "Passage",
    "PeriodicTask",
    "PluginConfig",
    "RoomConfig",
    "SearchSource",
    "SearchText",
    "SlotFragment",
    "UrlMount",
    "WordingEntry",
    "registry",
]
