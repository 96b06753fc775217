"""The dummy plugin's own address."""

from django.http import HttpResponse
from django.urls import path


def index(request):
    return HttpResponse("dummy index")


urlpatterns = [path("", index, name="index")]
