"""Addresses of the search."""

from django.urls import include, path

import catalogue.converters  # noqa: F401  registers <part:…>

from . import feeds, views

app_name = "search"
urlpatterns = [
    path("indsatskatalog/", views.results, name="results"),
    path("indsatskatalog/kalender.ics", feeds.saved_search, name="calendar"),
    path("indsatskatalog/forslag/", views.suggestions, name="suggestions"),
    path("indsatskatalog/<part:part>/", views.results, name="part"),
    path("", include("search.guided.urls")),
    path("", include("search.calendar.urls")),
    path("", include("search.map.urls")),
]
