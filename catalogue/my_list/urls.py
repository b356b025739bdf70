"""Addresses of Min liste."""

from django.urls import path

from . import views

urlpatterns = [
    path("min-liste/", views.my_list, name="my-list"),
    path("min-liste/kalender.ics", views.calendar, name="my-list-calendar"),
]
