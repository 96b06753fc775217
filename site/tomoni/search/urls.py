"""Addresses of the search room."""

from django.urls import path

from tomoni.search import views

urlpatterns = [path("", views.results, name="search")]
