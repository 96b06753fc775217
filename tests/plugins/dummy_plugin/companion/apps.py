"""Stands in for one of Wagtail's apps."""

from django.apps import AppConfig


class CompanionConfig(AppConfig):
    name = "dummy_plugin.companion"
    label = "dummy_companion"
