"""One referral is found among many, and never by who the person is."""

from __future__ import annotations

import pytest
from django.utils import timezone

from referral.life.choices import CloseReason
from referral.models import Referral, ReferralRead
from tests.factories.catalogue import ActivityFactory, AreaFactory
from tests.factories.referral_cases import ReferralFactory, UnitFactory, contact_for, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def others(case) -> dict[str, Referral]:
    """The case stands among these, which the network worker sees too."""
    Referral.objects.filter(pk=case.referral.pk).update(code="7k3m9q2x5v8cb")
    unit = UnitFactory(area=case.area, name="Ørslev Lægehus")
    part = AreaFactory(name="Halsskov", parent=case.area)
    return {
        "unit": ReferralFactory(unit=unit, referrer=member_of(unit), activities=[ActivityFactory(title="Banko")]),
        "title": ReferralFactory(unit=case.unit, activities=[ActivityFactory(title="Åben kaffestue i Sunds")]),
        "area": ReferralFactory(unit=case.unit, area=part),
        "owner": ReferralFactory(unit=case.unit, referrer=member_of(case.unit, first_name="Signe", last_name="Møller")),
    }


@pytest.fixture
def find(client, case, others):
    """`find(words, vis="")` is which of them the network worker finds."""
    client.force_login(case.network)
    names = {case.referral.pk: "case", **{referral.pk: name for name, referral in others.items()}}

    def found(words: str, **asked: str) -> list[str]:
        listing = client.get("/henvisninger/", {"q": words, **asked}).context["listing"]
        codes = dict(Referral.objects.values_list("code", "pk"))
        return sorted(names[codes[row.code]] for row in listing.rows)

    return found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("7k3", ["case"]),
        ("7K3M9", ["case"]),
        ("m9q2x", ["case"]),
        ("7k3m9 q2x5v8cb", ["case"]),
        ("m9q", []),
        ("kaffestue", ["title"]),
        ("åben", ["title"]),
        ("ÅBEN KAFFE", ["title"]),
        ("ørslev", ["unit"]),
        ("Banko Lægehus", ["unit"]),
        ("halsskov", ["area"]),
        ("signe møller", ["owner"]),
        ("signe banko", []),
        ("", ["area", "case", "owner", "title", "unit"]),
        ("  ", ["area", "case", "owner", "title", "unit"]),
    ],
)
def test_found_by_a_part_of_what_stands_in_the_list(find, words, found):
    assert find(words) == found


def test_person_is_not_found_by_name_telephone_or_address(find, case, client):
    contact_for(case.referral, address="Havnegade 4")
    for said in ("Gudrun", "58 12 34 56", "Havnegade"):
        assert find(said) == []
    assert "Personens navn er låst og kan ikke søges frem." in client.get("/henvisninger/").content.decode()
    assert not ReferralRead.objects.exists()


def test_association_does_not_learn_what_else_somebody_was_referred_to(case, client):
    client.force_login(case.association)

    def rows(words):
        return client.get("/henvisninger/", {"q": words}).context["listing"].rows

    assert len(rows(case.entry.title)) == 1
    own = set(case.entry.title.split())
    assert [word for word in case.other_entry.title.split() if word not in own and rows(word)] == []
    assert rows(case.other_entry.title) == []


def test_others_referrals_are_not_found(client, case, others):
    client.force_login(case.strangers["another unit"])
    for words in ("7k3m9q2x5v8cb", "kaffestue", case.unit.name):
        assert client.get("/henvisninger/", {"q": words}).context["listing"].rows == []


def test_quick_filters_are_of_what_was_asked_and_keep_it(client, case, others):
    Referral.objects.filter(pk=others["title"].pk).update(closed_at=timezone.now(), close_reason=CloseReason.MOVED)
    client.force_login(case.network)
    response = client.get("/henvisninger/", {"q": "kaffestue"})
    listing = response.context["listing"]
    assert {tab.words: tab.count for tab in listing.tabs if tab.count} == {"Afsluttede": 1}
    page = response.content.decode()
    assert "0 henvisninger med »kaffestue«." in page and 'role="status"' in page
    assert "Her er ingen, der passer." in page and 'href="?q=kaffestue&amp;vis=afsluttede"' in page
    closed = client.get("/henvisninger/?q=kaffestue&vis=afsluttede")
    assert [row.code for row in closed.context["listing"].rows] == [others["title"].code]
    assert "1 henvisning med »kaffestue«." in closed.content.decode()
    assert '<input type="hidden" name="vis" value="afsluttede">' in closed.content.decode()


def test_nothing_found_leads_on(client, case):
    client.force_login(case.network)
    page = client.get("/henvisninger/", {"q": "findes-ikke"}).content.decode()
    assert "Prøv med de første tegn af koden" in page and "Vis alle igen" in page


def test_civil_number_is_refused_and_looked_for_nowhere(client, case):
    client.force_login(case.network)
    response = client.get("/henvisninger/", {"q": "010190-1234"})
    assert response.status_code == 422
    assert "Det ligner et CPR-nummer" in response.content.decode()


def test_second_page_keeps_what_was_asked(client, case):
    for _number in range(26):
        ReferralFactory(unit=case.unit, referrer=case.referrer)
    client.force_login(case.network)
    assert client.get("/henvisninger/", {"q": case.unit.name}).context["listing"].next.startswith("?q=Hjemmeplejen")


@pytest.mark.parametrize("many", [1, 10, 30])
def test_searching_asks_as_often_however_many_there_are(case, client, many, django_assert_max_num_queries):
    for _number in range(many):
        ReferralFactory(unit=case.unit, referrer=case.referrer)
    client.force_login(case.network)
    client.get("/henvisninger/", {"q": "x y"})
    with django_assert_max_num_queries(12):
        client.get("/henvisninger/", {"q": f"{case.unit.name} {case.area.name}"})
