"""The pages of a document beside its chapters; resolved below the document's own address.

Each view takes the request and the document. `GuidelinePage.route` asks here first.
"""

from django.urls import URLPattern, path

from tomoni.guidelines.views import pdfs

# `route` gives each address a slash at its end, which the name of a file does not have itself.
urlpatterns: list[URLPattern] = [
    path("document.pdf/", pdfs.document_pdf),
    path("editions/<str:slug>/document.pdf/", pdfs.edition_pdf),
]
