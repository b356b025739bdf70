"""Wagtail's users, with our list."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    user_viewset = "accounts.people.viewset.PeopleViewSet"
