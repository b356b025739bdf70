"""Addresses of those who go along."""

from django.urls import path

from . import own_views, registry_views, views

app_name = "escorts"
urlpatterns = [
    path("", views.listing, name="list"),
    path("mine/", own_views.mine, name="mine"),
    path("mine/<int:pk>/", own_views.one, name="own"),
    path("foelgere/", registry_views.escorts, name="registry"),
    path("foelgere/ny/", registry_views.add, name="add"),
    path("foelgere/<int:pk>/", registry_views.edit, name="edit"),
    path("<str:code>/<int:position>/", views.arrange, name="arrange"),
    path("<str:code>/<int:position>/ret/", views.change, name="change"),
]
