"""Addresses of the calls to those who did not come."""

from django.urls import path

from . import views

app_name = "noshow"
urlpatterns = [
    path("", views.listing, name="list"),
    path("<str:code>/<int:position>/", views.call, name="call"),
]
