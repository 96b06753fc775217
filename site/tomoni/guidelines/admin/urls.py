"""Addresses of the import below the editors' pages."""

from django.urls import path

from tomoni.guidelines.admin import drafting, outline, piece, uploads

urlpatterns = [
    path("", uploads.imports, name="tomoni_imports"),
    path("upload/", uploads.upload, name="tomoni_import_upload"),
    path("<int:pk>/", uploads.show, name="tomoni_import"),
    path("<int:pk>/progress/", uploads.progress, name="tomoni_import_progress"),
    path("<int:pk>/retry/", uploads.retry, name="tomoni_import_retry"),
    path("<int:pk>/original/", uploads.original, name="tomoni_import_original"),
    path("<int:pk>/delete/", uploads.delete, name="tomoni_import_delete"),
    path("<int:pk>/outline/", outline.outline, name="tomoni_import_outline"),
    path("<int:pk>/change/", outline.change, name="tomoni_import_change"),
    path("<int:pk>/pieces/<str:own>/", piece.piece, name="tomoni_import_piece"),
    path("<int:pk>/draft/", drafting.draft, name="tomoni_import_draft"),
    path("<int:pk>/next/", drafting.next_steps, name="tomoni_import_next"),
]
