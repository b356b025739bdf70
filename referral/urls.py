"""Addresses for professionals."""

from django.urls import path

from . import views

app_name = "referral"
urlpatterns = [path("for-fagfolk/find/", views.find, name="find")]
