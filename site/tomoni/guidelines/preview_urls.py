"""Where drafts are seen, by outsiders with a link and by colleagues: /<language>/preview/."""

from django.urls import path

from tomoni.guidelines.editing import preview_views

urlpatterns = [
    path("draft/<int:document_id>/", preview_views.whole_draft, name="whole_draft"),
    path(
        "draft/<int:document_id>/<int:page_id>/", preview_views.whole_draft, name="whole_draft_page"
    ),
    path("<str:token>/", preview_views.preview, name="preview"),
    path("<str:token>/<int:page_id>/", preview_views.preview, name="preview_page"),
]
