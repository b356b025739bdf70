"""Users for tests."""

from __future__ import annotations

import factory
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"bruger{n}@portal.example")
    first_name = "Karen"
    last_name = "Jensen"
    password = factory.django.Password("en lang adgangskode")


def user_with(role: Role, **fields: object) -> User:
    """A user with a role, and responsible for nothing yet."""
    user = UserFactory(**fields)
    user.groups.add(Group.objects.get(name=role.group_name))
    return user
