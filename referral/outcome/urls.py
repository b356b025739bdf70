"""Addresses of asking how it goes."""

from django.urls import path

from . import views

app_name = "outcome"
urlpatterns = [
    path("", views.listing, name="list"),
    path("<str:code>/", views.ask, name="ask"),
]
