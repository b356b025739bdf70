"""Addresses of those who work with referrals; Danish alone, and nothing of a person in them."""

from django.urls import path

from . import adding, opening, views

app_name = "cases"
urlpatterns = [
    path("", views.cases, name="list"),
    path("ny/", opening.open_case, name="new"),
    path("<str:code>/", views.case, name="case"),
    path("<str:code>/note/", views.note, name="note"),
    path("<str:code>/flere/", adding.add, name="add"),
    path("<str:code>/kontakt/", views.contact, name="contact"),
    path("<str:code>/dato/", views.date, name="date"),
    path("<str:code>/giv-videre/", views.pass_on, name="hand-over"),
    path("<str:code>/afslut/", views.close, name="close"),
    path("<str:code>/aktivitet/<int:position>/<str:state>/", views.step, name="step"),
]
