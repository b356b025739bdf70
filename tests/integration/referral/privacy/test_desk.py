"""Taking back, extracts and the list of readings, on the screens of those who work with referrals."""

from __future__ import annotations

import datetime
import io
import json
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from referral.actions.changing import NotAllowed
from referral.actions.export_referral import export_referral
from referral.actions.record_read import record_read
from referral.actions.write_note import write_note
from referral.life.choices import ConsentKind, ReadKind
from referral.life.kept_needs import written_needs
from referral.models import Contact, Referral, ReferralRead
from referral.needs import Needs
from referral.privacy.extract import everything_about
from referral.privacy.withdrawal_keys import address_of
from tests.factories.accounts import user_with
from tests.factories.referral_cases import ReferralFactory, contact_for, responsible_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger")]
NOW = timezone.now()
ABOUT_ONE = ("consents", "extract")


def address(name: str, code: str) -> str:
    return reverse(f"privacy:{name}", kwargs={"code": code})


def unpacked(packed: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def person(case):
    contact_for(case.referral, address="Havnegade 4")
    write_note(referral=case.referral, note="Savner sin mand", by=case.network, now=NOW)
    Referral.objects.filter(pk=case.referral.pk).update(needs_kept=written_needs(Needs(misses=("samtale",))))
    return case.referral


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_what_one_may_not_see_does_not_exist(case, person, client, name):
    """Another unit's, another area's, another organisation's; and an organisation has no part in the whole."""
    for who, user in {**case.strangers, "the organisation itself": case.association}.items():
        client.force_login(user)
        for code in (person.code, "0" * 13, "x", "%00", person.code[:-1]):
            assert client.get(address(name, code)).status_code == 404, who
            assert client.post(address(name, code), {"kind": ConsentKind.REFERRED}).status_code == 404, who
    assert Referral.objects.exists() and Contact.objects.exists()
    assert not ReferralRead.objects.exists()


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_visitor_is_asked_to_sign_in_and_an_administrator_refused(case, person, client, name):
    assert client.get(address(name, person.code))["Location"].startswith("/konto/log-ind/")
    client.force_login(user_with(Role.ADMINISTRATOR))
    assert client.get(address(name, person.code)).status_code == 403


def test_yes_is_taken_back_for_the_person(case, person, client):
    client.force_login(case.network)
    page = client.get(address("consents", person.code))
    assert address_of(person).partition("//")[2].rstrip("/") in page.content.decode()
    assert "Gudrun" not in page.content.decode()
    assert client.post(address("consents", person.code), {}).status_code == 422
    answer = client.post(address("consents", person.code), {"kind": ConsentKind.CONTACTED}, follow=True)
    assert answer.redirect_chain[0][0] == reverse("cases:case", kwargs={"code": person.code})
    assert "Det er trukket tilbage." in answer.content.decode()
    assert not Contact.objects.exists()
    answer = client.post(address("consents", person.code), {"kind": ConsentKind.REFERRED}, follow=True)
    assert "Henvisningen er slettet." in answer.content.decode()
    assert not Referral.objects.exists()


def test_case_leads_to_both_but_not_for_an_organisation(case, person, client):
    client.force_login(case.colleague)
    page = client.get(reverse("cases:case", kwargs={"code": person.code})).content.decode()
    assert address("consents", person.code) in page and address("extract", person.code) in page
    client.force_login(case.association)
    page = client.get(reverse("cases:case", kwargs={"code": person.code})).content.decode()
    assert address("consents", person.code) not in page


def test_extract_has_everything_and_is_written_down(case, person, client):
    client.force_login(case.referrer)
    asked = client.get(address("extract", person.code))
    assert "Gudrun" not in asked.content.decode() and not ReferralRead.objects.exists()
    answer = client.post(address("extract", person.code))
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store, private"
    assert person.code not in answer["Content-Disposition"]
    files = unpacked(answer.content)
    assert set(files) == {"henvisning.html", "henvisning.json"}
    for word in ("Gudrun", "58 12 34 56", "Havnegade 4", "Savner sin mand", case.activity.title, case.unit.name):
        assert word in files["henvisning.html"] and word in files["henvisning.json"], word
    assert "En at tale med" in files["henvisning.html"], "the needs, in words"
    assert {"referral", "contact", "consent", "referralactivity", "referralstep"} <= set(
        json.loads(files["henvisning.json"])
    )
    read = ReferralRead.objects.get()
    assert (read.kind, read.user) == (ReadKind.EXPORT, case.referrer)


def test_extract_names_the_readings_but_not_the_colleagues(case, person):
    record_read(referral=person, kind=ReadKind.CONTACT, by=case.coordinator, now=NOW)
    part = next(part for part in everything_about(person) if part.name == "referralread")
    assert [name for name, _words, _value in part.rows[0]] == ["kind", "at"]


def test_extract_is_not_made_for_others(case, person):
    for user in (case.association, *case.strangers.values()):
        with pytest.raises(NotAllowed):
            export_referral(referral=person, by=user, now=NOW)
    assert not ReferralRead.objects.exists()


def test_extract_holds_nothing_of_anybody_else(case, person):
    contact_for(ReferralFactory(unit=case.unit), first_name="Holger")
    assert "Holger" not in unpacked(export_referral(referral=person, by=case.referrer, now=NOW))["henvisning.json"]


@pytest.fixture
def reads(case):
    """Two of the area by two people, and one elsewhere."""
    other = ReferralFactory()
    for referral, by, days in ((case.referral, case.referrer, 3), (case.referral, case.network, 1), (other, None, 2)):
        record_read(referral=referral, kind=ReadKind.CASE, by=by, now=NOW - datetime.timedelta(days=days))
    return case


def listed(client, **asked: object) -> list[int]:
    response = client.get(reverse("privacy:readings"), asked)
    assert response.status_code == 200
    return [row.user_id for row, _reference in response.context["rows"]]


def test_coordinator_sees_who_has_read_what_in_their_areas(reads, client):
    client.force_login(reads.coordinator)
    assert listed(client) == [reads.network.pk, reads.referrer.pk]
    assert listed(client, hvem=reads.network.pk) == [reads.network.pk]
    yesterday = timezone.localdate(NOW - datetime.timedelta(days=1)).isoformat()
    assert listed(client, fra=yesterday) == [reads.network.pk]
    assert listed(client, til=yesterday, henvisning=reads.referral.code[:5].upper()) == [
        reads.network.pk,
        reads.referrer.pk,
    ]
    assert listed(client, henvisning="0000000000") == []
    page = client.get(reverse("privacy:readings")).content.decode()
    assert reads.referral.code[:5].upper() in page and "Korsør" in page


def test_readings_of_another_area_cannot_be_asked_for(reads, client):
    client.force_login(reads.strangers["another area's coordinator"])
    assert listed(client) == []
    assert client.get(reverse("privacy:readings"), {"hvem": reads.network.pk}).status_code == 422


def test_readings_are_the_coordinators_alone(reads, client):
    for user in (reads.referrer, reads.network, reads.association):
        client.force_login(user)
        assert client.get(reverse("privacy:readings")).status_code == 403
    client.force_login(responsible_for(Role.ADMINISTRATOR, reads.area))
    assert client.get(reverse("privacy:readings")).status_code == 403


def test_date_that_is_none_is_told_and_the_rest_shown(reads, client):
    client.force_login(reads.coordinator)
    response = client.get(reverse("privacy:readings"), {"fra": "i går"})
    assert response.status_code == 422
    assert "Skriv en dato" in response.content.decode()
    assert response.context["count"] == 2


@pytest.mark.parametrize("many", [1, 60])
def test_readings_take_few_queries_and_come_in_pages(case, client, django_assert_max_num_queries, many):
    for _time in range(many):
        record_read(referral=case.referral, kind=ReadKind.CASE, by=case.network, now=NOW)
    client.force_login(case.coordinator)
    client.get(reverse("privacy:readings"))
    with django_assert_max_num_queries(16):
        page = client.get(reverse("privacy:readings"))
    assert ("side=2" in page.content.decode()) == (many > 50)
