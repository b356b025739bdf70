"""Addresses of the questions and of the offers."""

from django.urls import path

from . import views

urlpatterns = [
    path("find-noget-der-passer/", views.question, name="guided"),
    path("find-noget-der-passer/forslag/", views.offers, name="guided_offers"),
    path("find-noget-der-passer/<slug:name>/", views.question, name="guided_question"),
]
