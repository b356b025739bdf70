"""Users sign in by mail address."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_mail_address_is_found_whatever_its_case():
    user = User.objects.create_user("Karen@Portal.example", "en lang adgangskode")
    assert User.objects.get_by_natural_key("karen@portal.example") == user
    assert user.check_password("en lang adgangskode")
    assert not user.is_staff


def test_two_users_cannot_share_an_address_in_different_case():
    User.objects.create_user("karen@portal.example")
    with pytest.raises(IntegrityError):
        User.objects.create_user("KAREN@portal.example")


def test_a_user_without_address_is_refused():
    with pytest.raises(ValueError, match="mail address"):
        User.objects.create_user("")


def test_a_superuser_has_every_right():
    user = User.objects.create_superuser("admin@portal.example", "en lang adgangskode")
    assert user.is_staff
    assert user.is_superuser
    assert str(user) == "admin@portal.example"
