"""The map's address."""

from django.urls import path

from . import views

urlpatterns = [path("indsatskatalog/kort/", views.map_of_results, name="map")]
