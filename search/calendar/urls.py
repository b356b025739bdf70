"""The calendar's address."""

from django.urls import path

from . import views

urlpatterns = [path("kalender/", views.days, name="days")]
