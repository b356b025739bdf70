"""The peer's addresses."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.Front.as_view()),
    path("list/", views.Results.as_view(), name="list"),
    path("suggest/", views.suggestions, name="suggest"),
    path("entry/<slug:slug>/", views.Page.as_view(), name="entry"),
]
