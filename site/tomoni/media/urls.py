"""Addresses of stored pictures, mounted at MEDIA_URL."""

from django.urls import path

from tomoni.media.views import serve_media

urlpatterns = [path("<path:path>", serve_media, name="media")]
