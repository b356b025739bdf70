"""Addresses of calendars; each is that of its page with something added, so that a moved page takes them along."""

from django.urls import path

from .. import converters  # noqa: F401  registers <part:…>
from . import (
    converters as stamps,  # noqa: F401  registers <stamp:…>
)
from . import (
    views,
)

ACTIVITY = "indsatskatalog/<part:type>/<slug:slug>/"

urlpatterns = [
    path(f"{ACTIVITY}kalender.ics", views.activity, name="activity-calendar"),
    path(f"{ACTIVITY}kalender/<stamp:start>.ics", views.date, name="date-calendar"),
    path("arrangoerer/<slug:slug>/kalender.ics", views.organisation, name="organisation-calendar"),
    path("steder/<slug:slug>/kalender.ics", views.venue, name="venue-calendar"),
    path("omraader/<slug:slug>/kalender.ics", views.area, name="area-calendar"),
]
