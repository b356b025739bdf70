"""Users for tests."""

from __future__ import annotations

import factory
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import Invitation, User
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


class InvitationFactory(factory.django.DjangoModelFactory):
    """Somebody who has been invited, without a mail."""

    class Meta:
        model = Invitation

    user = factory.SubFactory(UserFactory, password=None)
    invited_by = factory.SubFactory(UserFactory)
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timezone.timedelta(days=14))
