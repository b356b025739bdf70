"""The address of the link that an organisation gets; in Danish alone, as the mail is."""

from django.urls import path

from . import views

app_name = "answering"
urlpatterns = [path("<str:link>/", views.follow, name="follow")]
