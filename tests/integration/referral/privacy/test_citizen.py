"""The person takes back what they said yes to, without signing in."""

from __future__ import annotations

import io
import logging

import pytest
from django.urls import reverse

from portal.secret_addresses import WithoutSecretAddresses
from referral.life.choices import ConsentKind
from referral.models import Contact, Referral
from referral.privacy.withdrawal_keys import key_of
from tests.factories.referral_cases import ReferralFactory, contact_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger")]


@pytest.fixture
def address(case) -> str:
    contact_for(case.referral, address="Havnegade 4")
    return reverse("referral:consent", kwargs={"withdrawal": key_of(case.referral)})


def test_page_asks_and_says_nothing_of_the_person(client, case, address):
    response = client.get(address)
    page = response.content.decode()
    assert "Jeg vil ikke kontaktes." in page and "Slet alt om mig." in page
    assert "Min læge skal ikke" not in page, "they have not said yes to that"
    for word in ("Gudrun", "58 12", "Havnegade", "Korsør", case.activity.title, case.unit.name):
        assert word not in page
    assert response["Cache-Control"].startswith("max-age=0")
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert Contact.objects.exists(), "a mail scanner that opens the link takes nothing back"


def test_person_no_longer_wants_to_be_contacted(client, address):
    response = client.post(address, {"ja": ConsentKind.CONTACTED}, follow=True)
    page = response.content.decode()
    assert "Vi har slettet dit navn, din telefon og din adresse." in page
    assert "Jeg vil ikke kontaktes." not in page
    assert not Contact.objects.exists() and Referral.objects.exists()


def test_person_no_longer_wants_any_of_it(client, address):
    response = client.post(address, {"ja": ConsentKind.REFERRED}, follow=True)
    assert response.redirect_chain == [("/samtykke/slettet/", 302)]
    assert not Referral.objects.exists()
    again = client.get(address)
    assert again.status_code == 404
    assert "Enten er henvisningen allerede slettet" in again.content.decode()


def test_nothing_chosen_is_told(client, address):
    response = client.post(address, {})
    assert response.status_code == 422
    assert "Vælg først, hvad du vil." in response.content.decode()
    assert client.post(address, {"ja": ConsentKind.TILS}).status_code == 422


def test_key_is_read_as_it_is_typed(client, address, case):
    typed = key_of(case.referral).upper()
    assert client.get(f"/samtykke/{typed[:13]} {typed[13:]}/").status_code == 200


def test_code_without_its_signature_opens_nothing(client, address, case):
    other = ReferralFactory()
    for key in (case.referral.code, case.referral.code + key_of(other)[13:], "0" * 26, key_of(other)[:-1]):
        assert client.get(f"/samtykke/{key}/").status_code == 404
        assert client.post(f"/samtykke/{key}/", {"ja": ConsentKind.REFERRED}).status_code == 404
    assert Referral.objects.count() == 2


def test_papers_hold_while_the_portals_key_is_changed(client, address, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert client.get(address).status_code == 200


def test_page_is_asked_in_few_queries(client, address, django_assert_max_num_queries):
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_english(client, address):
    assert "Take back your yes" in client.get(f"/en{address}").content.decode()


def test_key_is_not_written_into_the_log(client, address, case):
    """Django writes the address of each refusal: nothing chosen, a slip of the finger, a case that is gone."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutSecretAddresses())
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        assert client.post(address, {}).status_code == 422
        assert client.get(f"{address[:-2]}/").status_code == 404
    finally:
        logger.removeHandler(handler)
    assert written.getvalue().count("/samtykke/…/") == 2
    assert key_of(case.referral)[:13] not in written.getvalue()
