"""Addresses of what is no page of the tree."""

from django.urls import path

from .self_check import views

app_name = "home"
urlpatterns = [path("taenk-over-din-ensomhed/", views.think, name="self_check")]
