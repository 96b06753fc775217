"""The pages of a document beside its chapters; resolved below the document's own address.

Each view takes the request and the document. `GuidelinePage.route` asks here first.
"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
