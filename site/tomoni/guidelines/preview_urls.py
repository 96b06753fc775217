"""Where outsiders with a link see drafts: below /<language>/preview/."""

from django.urls import path

from tomoni.guidelines.editing import preview_views

urlpatterns = [
    path("<str:token>/", preview_views.preview, name="preview"),
    path("<str:token>/<int:page_id>/", preview_views.preview, name="preview_page"),
]
