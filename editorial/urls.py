"""Addresses of what readers send to the editors. The UUID stays the same when an activity gets a new title."""

from django.urls import path

from . import views

app_name = "editorial"
urlpatterns = [
    path("er-noget-forkert/<uuid:uuid>/", views.report, name="report"),
    path("er-noget-forkert/<uuid:uuid>/tak/", views.thanks, name="thanks"),
]
