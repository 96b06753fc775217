"""Addresses of stored pictures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
