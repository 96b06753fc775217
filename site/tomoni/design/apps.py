"""The room that gives every public page its look: base template, components, styles."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "tomoni.design"
    label = "tomoni_design"
    verbose_name = "Design"
