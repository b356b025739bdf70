"""Short addresses."""

from django.urls import path

from . import views

urlpatterns = [
    path("a/<str:code>", views.short, name="short"),
    # Typed or printed with a slash at the end it is the same address.
    path("a/<str:code>/", views.short),
]
