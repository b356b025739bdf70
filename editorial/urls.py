"""Addresses of what readers send to the editors. The UUID stays the same when an activity gets a new title."""

from django.urls import path, register_converter

from . import views
from .suggestions.codes import CodeConverter
from .suggestions.views import follow, suggest

register_converter(CodeConverter, "secret")

app_name = "editorial"
urlpatterns = [
    path("er-noget-forkert/<uuid:uuid>/", views.report, name="report"),
    path("er-noget-forkert/<uuid:uuid>/tak/", views.thanks, name="thanks"),
    path("foreslaa/", suggest, name="suggest"),
    path("foreslaa/<secret:code>/", follow, name="suggestion"),
]
