"""Users for tests."""

from __future__ import annotations

import factory

from accounts.models import User


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"bruger{n}@portal.example")
    first_name = "Karen"
    last_name = "Jensen"
    password = factory.django.Password("en lang adgangskode")
