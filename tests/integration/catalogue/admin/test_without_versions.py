"""What has no versions is saved as it is: areas, vocabularies, calendars."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.roles import Role
from tests.factories.accounts import user_with
from tests.factories.catalogue import AreaFactory, HolidayCalendarFactory, InterestFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("factory", [AreaFactory, HolidayCalendarFactory, InterestFactory, TargetGroupFactory])
def test_form_is_read_and_its_faults_are_told(client, factory):
    thing = factory()
    client.force_login(user_with(Role.EDITOR))
    address = reverse(f"wagtailsnippets_catalogue_{thing._meta.model_name}:edit", args=[thing.pk])
    assert client.post(address, {}).status_code == 200
