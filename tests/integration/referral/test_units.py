"""Administrators say who works in which unit."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from referral.models import Referral, Unit
from tests.factories.accounts import user_with
from tests.factories.catalogue import AreaFactory
from tests.factories.referral_cases import ReferralFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(user_with(Role.ADMINISTRATOR))
    return client


def test_unit_is_made_with_its_people_and_they_can_refer(administrator):
    nurse, editor, area = user_with(Role.FRONT_LINE), user_with(Role.EDITOR), AreaFactory()
    data = {"name": "Sygeplejen", "kind": "sygepleje", "area": area.pk, "mail": "", "members": [nurse.pk]}
    assert administrator.post(reverse("enheder:add"), data).status_code == 302
    unit = Unit.objects.get()
    assert list(unit.members.all()) == [nurse]
    page = administrator.post(reverse("enheder:edit", args=[unit.pk]), {**data, "members": [editor.pk]})
    assert page.status_code == 200 and list(unit.members.all()) == [nurse], "only those with the role can be members"
    administrator.post(reverse("enheder:edit", args=[unit.pk]), {**data, "members": []})
    assert not unit.members.exists()


def test_list_says_how_many_work_there(administrator):
    unit = UnitFactory(name="Sygeplejen i Korsør")
    page = administrator.get(reverse("enheder:index")).content.decode()
    assert unit.name in page and unit.area.name in page


def test_unit_that_has_referred_somebody_stays(administrator):
    referral = ReferralFactory()
    address = reverse("enheder:delete", args=[referral.unit_id])
    page = administrator.get(address).content.decode()
    assert "kan ikke slettes" in page and "Ja, slet" not in page
    assert administrator.post(address).status_code == 200
    assert Referral.objects.filter(pk=referral.pk).exists()
    unused = UnitFactory()
    assert "Ja, slet" in administrator.get(reverse("enheder:delete", args=[unused.pk])).content.decode()
    assert administrator.post(reverse("enheder:delete", args=[unused.pk])).status_code == 302
    assert not Unit.objects.filter(pk=unused.pk).exists()


def test_editors_have_no_part_in_it(client):
    client.force_login(user_with(Role.EDITOR))
    assert client.get(reverse("enheder:index")).status_code == 302


def test_who_owns_open_referrals_is_not_deleted_and_the_administrator_is_told(administrator):
    owner = ReferralFactory().owner
    page = administrator.post(reverse("wagtailusers_users:delete", args=[owner.pk]), follow=True)
    assert "som en anden skal tage over først" in page.content.decode()
    owner.refresh_from_db()
    several = f"{reverse('wagtail_bulk_action', args=['accounts', 'user', 'delete'])}?id={owner.pk}"
    assert "som en anden skal tage over først" in administrator.post(several, follow=True).content.decode()
    owner.refresh_from_db()
    Referral.objects.update(closed_at=timezone.now(), close_reason="flyttet")
    administrator.post(reverse("wagtailusers_users:delete", args=[owner.pk]))
    assert not type(owner).objects.filter(pk=owner.pk).exists()


def test_name_of_a_unit_holds_no_civil_number(administrator):
    data = {"name": "Sygeplejen 010190-1234", "kind": "sygepleje", "area": AreaFactory().pk, "mail": "", "members": []}
    page = administrator.post(reverse("enheder:add"), data)
    assert "Det ligner et CPR-nummer" in page.content.decode()
    assert not Unit.objects.exists()
