"""Addresses of what readers and organisations send to the editors. The UUID outlives an activity's title."""

from django.urls import path, register_converter

from . import views
from .claims.views import claim, claimed
from .freshness import views as freshness
from .suggestions.codes import CodeConverter
from .suggestions.views import follow, suggest

register_converter(CodeConverter, "secret")

app_name = "editorial"
urlpatterns = [
    path("er-noget-forkert/<uuid:uuid>/", views.report, name="report"),
    path("er-noget-forkert/<uuid:uuid>/tak/", views.thanks, name="thanks"),
    path("arrangoerer/<slug:slug>/er-det-jer/", claim, name="claim"),
    path("arrangoerer/<slug:slug>/er-det-jer/tak/", claimed, name="claimed"),
    path("foreslaa/", suggest, name="suggest"),
    path("foreslaa/<secret:code>/", follow, name="suggestion"),
    path("svar/<str:token>/", freshness.follow, name="freshness"),
    path("svar/<str:token>/nye-links/", freshness.again, name="freshness-again"),
]
