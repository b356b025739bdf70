"""The peer's addresses."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.Front.as_view()),
    path("admin/", include("wagtail.admin.urls")),
    path("list/", views.Results.as_view(), name="list"),
    path("suggest/", views.suggestions, name="suggest"),
    path("entry/<slug:slug>/", views.Page.as_view(), name="entry"),
]
