"""The address of the waiting lists."""

from django.urls import path

from . import views

app_name = "waiting"
urlpatterns = [path("", views.listing, name="list")]
