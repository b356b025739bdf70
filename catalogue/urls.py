"""Addresses of the catalogue."""

from django.urls import include, path

from . import (
    converters,  # noqa: F401  registers <part:…>
    views,
)

app_name = "catalogue"
urlpatterns = [
    path("indsatskatalog/<part:type>/<slug:slug>/", views.activity, name="activity"),
    path("arrangoerer/<slug:slug>/", views.organisation, name="organisation"),
    path("steder/<slug:slug>/", views.venue, name="venue"),
    path("omraader/<slug:slug>/", views.area, name="area"),
    path("", include("catalogue.feeds.urls")),
    path("", include("catalogue.sharing.urls")),
    path("", include("catalogue.my_list.urls")),
    path("", include("catalogue.other_languages.urls")),
]
