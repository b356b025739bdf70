"""Addresses beside those of `referral.cases`."""

from django.urls import path

from . import readings, views

app_name = "privacy"
urlpatterns = [
    path("laesninger/", readings.readings, name="readings"),
    path("<str:code>/samtykke/", views.consents, name="consents"),
    path("<str:code>/samtykke/<str:paper>.pdf", views.paper, name="own-paper"),
    path("<str:code>/udtraek/", views.extract, name="extract"),
]
