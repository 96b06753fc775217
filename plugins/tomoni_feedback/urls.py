"""Addresses below `/<language>/feedback/`."""

from django.urls import path

from tomoni_feedback import views

urlpatterns = [
    path("<int:page_id>/", views.give, name="give"),
    path("<int:page_id>/thanks/", views.thanks, name="thanks"),
]
