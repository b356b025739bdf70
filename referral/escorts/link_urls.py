"""The address of the link that whoever goes along gets; in Danish alone, as the mail is."""

from django.urls import path

from . import link_views

app_name = "going-along"
urlpatterns = [path("<str:ask>/", link_views.follow, name="follow")]
