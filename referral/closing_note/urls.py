"""Addresses of the note to the doctor."""

from django.urls import path

from . import views

app_name = "closing-note"
urlpatterns = [
    path("<str:code>/", views.note, name="note"),
    path("<str:code>/notat.pdf", views.paper, name="paper"),
]
