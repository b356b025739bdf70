"""The addresses of "Ind og ud", below those of the editors' system."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.InAndOut.as_view(), name="index"),
    path("skabelon.xlsx", views.download_template, name="template"),
    path("program/", views.ProgrammeUpload.as_view(), name="programme"),
    path("<uuid:trial>/", views.Trial.as_view(), name="trial"),
    path("<uuid:trial>/afviste.xlsx", views.download_refused, name="refused"),
]
