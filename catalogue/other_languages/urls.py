"""Addresses of the pages in other languages."""

from django.urls import path

from . import views

urlpatterns = [
    path("sprog/", views.languages, name="languages"),
    path("sprog/<slug:code>/", views.language, name="language"),
]
