"""Addresses for professionals, and the short address of what they propose."""

from django.urls import path

from . import views
from .privacy import citizen
from .slips import views as slips

app_name = "referral"
urlpatterns = [
    path("for-fagfolk/", views.desk, name="desk"),
    path("for-fagfolk/plakat.pdf", views.poster, name="poster"),
    path("for-fagfolk/lommekort.pdf", views.cards, name="cards"),
    path("for-fagfolk/find/", views.find, name="find"),
    path("for-fagfolk/seddel/", slips.make, name="make-slip"),
    path("for-fagfolk/seddel/<str:key>/", slips.made, name="slip-made"),
    path("for-fagfolk/seddel/<str:key>/traek-tilbage/", slips.withdraw, name="slip-withdraw"),
    path("samtykke/slettet/", citizen.forgotten, name="consent-forgotten"),
    path("samtykke/<str:withdrawal>/", citizen.consent, name="consent"),
    path("s/<str:code>/<str:paper>.pdf", slips.paper, name="slip-paper"),
    path("s/<str:code>", slips.slip, name="slip"),
    # Typed or printed with a slash at the end it is the same address.
    path("s/<str:code>/", slips.slip),
]
