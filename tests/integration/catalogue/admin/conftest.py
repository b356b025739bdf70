"""An administrator at the keyboard."""

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.accounts import UserFactory


@pytest.fixture
def administrator(db) -> User:
    return UserFactory(email="admin@portal.example", is_superuser=True, is_staff=True)


@pytest.fixture
def admin(administrator: User, client: Client) -> Client:
    client.force_login(administrator)
    return client
