"""Addresses of the search room."""

from django.urls import path

from tomoni.search import suggesting, views

urlpatterns = [
    path("", views.results, name="search"),
    path("suggest", suggesting.suggestions, name="search_suggest"),
    path("results.json", views.results_json, name="search_json"),
    path("opened/", views.opened, name="search_opened"),
]
