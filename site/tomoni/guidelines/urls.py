"""The pages of a document beside its chapters; resolved below the document's own address.

Each view takes the request and the document. `GuidelinePage.route` asks here first.
"""

from django.urls import URLPattern, path

from tomoni.guidelines.views import comparisons, editions, feed, pdfs, places, whole

# `route` gives each address a slash at its end, which the name of a file does not have itself.
urlpatterns: list[URLPattern] = [
    path("all/", whole.whole_document),
    path("s/<str:anchor>/", places.section),
    # Where `route` leads at the address of a chapter that is no more.
    path("s/-/<str:slug>/", places.former_chapter),
    path("editions/", editions.history),
    path("editions/<str:slug>/", editions.old_edition),
    path("editions/<str:slug>/document.pdf/", pdfs.edition_pdf),
    path("compare/", comparisons.choose),
    path("compare/<str:old_slug>/<str:new_slug>/", comparisons.side_by_side),
    path("compare/<str:old_slug>/<str:new_slug>/document.pdf/", pdfs.comparison_pdf),
    path("changes.atom/", feed.changes),
    path("document.pdf/", pdfs.document_pdf),
]
