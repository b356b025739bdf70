"""From the finder's ticks to a referral."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.roles import Role
from catalogue.sharing.codes import code_of
from referral.life.choices import UnitKind
from referral.models import Contact, Referral
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral_cases import member_of

pytestmark = pytest.mark.django_db
NEW = "/henvisninger/ny/"


@pytest.fixture
def form(case) -> dict[str, object]:
    """A form as it is sent."""
    return {
        "a": [code_of(case.activity.uuid)],
        "tilbudt": [code_of(case.activity.uuid)],
        "unit": case.unit.pk,
        "consents": ["henvises"],
        "given_how": "mundtligt",
        "omraade": case.area.slug,
        "alder": "78",
        "savner": ["gruppe"],
        "hindring": ["hoerer_daarligt"],
    }


def made() -> Referral:
    return Referral.objects.latest("pk")


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_finder_leads_those_who_may_refer_to_the_form(case, client):
    ActivityFactory(areas=[case.area])
    question = {"alder": "78", "omraade": case.area.slug, "savner": "gruppe"}
    assert "Henvis</button>" not in text(client.get("/for-fagfolk/find/", question))
    client.force_login(case.network)
    assert "Henvis</button>" not in text(client.get("/for-fagfolk/find/", question)), "a network worker has no unit"
    client.force_login(case.referrer)
    assert f'formaction="{NEW}"' in text(client.get("/for-fagfolk/find/", question))


def test_form_is_filled_with_the_ticks_and_the_needs(case, client):
    client.force_login(case.referrer)
    fra = f"alder=78&omraade={case.area.slug}&savner=gruppe&hindring=hoerer_daarligt"
    page = client.get(NEW, {"a": [code_of(case.activity.uuid)], "fra": fra})
    assert [activity.title for activity in page.context["activities"]] == [case.activity.title]
    assert page.context["needs_form"].needs().age == 78
    html = text(page)
    assert 'value="78"' in html and 'value="gruppe" id="id_savner_1" checked' in html


def test_referral_is_made_without_a_name(case, client, form):
    client.force_login(case.referrer)
    response = client.post(NEW, form)
    referral = made()
    assert response["Location"] == reverse("cases:case", kwargs={"code": referral.code})
    assert (referral.owner, referral.area, referral.age_span) == (case.referrer, case.area, "75-84")
    assert referral.needs.barriers == ("hoerer_daarligt",)
    assert not Contact.objects.exists()


def test_whoever_has_referred_is_led_to_what_the_person_takes_home(case, client, form):
    client.force_login(case.referrer)
    page = text(client.post(NEW, form, follow=True))
    own = reverse("privacy:consents", kwargs={"code": made().code})
    assert f'<a href="{own}#own">Giv personen sit samtykke med.</a>' in page


def test_contact_is_kept_where_the_person_wants_it(case, client, form):
    client.force_login(case.referrer)
    client.post(NEW, {**form, "consents": ["henvises", "kontaktes"], "first_name": "Gudrun", "phone": "58 12 34 56"})
    assert (made().contact.first_name, made().contact.way) == ("Gudrun", "telefon")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"consents": []}, "Spørg personen, og sæt kryds"),
        ({"consents": ["kontaktes"], "first_name": "Gudrun", "phone": "58123456"}, "Spørg personen, og sæt kryds"),
        ({"first_name": "Gudrun"}, "Sæt kryds ved, at I må kontakte personen"),
        ({"consents": ["henvises", "kontaktes"], "phone": "58123456"}, "Skriv personens fornavn."),
        ({"consents": ["henvises", "kontaktes"], "first_name": "Gudrun"}, "Skriv et telefonnummer eller en adresse."),
        ({"consents": ["henvises", "kontaktes"], "first_name": "Gudrun", "phone": "58"}, "med otte tal"),
        ({"omraade": ""}, "Vælg, hvor personen bor"),
        ({"omraade": "findes-ikke"}, "Vælg, hvor personen bor"),
        ({"alder": "gammel"}, "Skriv alderen som et helt tal"),
        ({"a": []}, "Sæt kryds ved det, du henviser til."),
        ({"note": "Cpr 010203-1234"}, "Det ligner et CPR-nummer"),
        ({"consents": ["henvises", "kontaktes"], "first_name": "010203-1234"}, "Det ligner et CPR-nummer"),
        ({"note": "x" * 1001}, "Din tekst er for lang."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_lacks_is_said_and_nothing_typed_is_lost(case, client, form, change, words):
    client.force_login(case.referrer)
    response = client.post(NEW, {"note": "Vil gerne synge.", **form, **change})
    assert response.status_code == 422
    assert words in text(response)
    assert change.get("note", "Vil gerne synge.") in text(response)
    assert Referral.objects.count() == 1
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("kind", "referrers", "status"),
    [
        (UnitKind.HOME_CARE, ("laege",), 422),
        (UnitKind.GP, ("laege",), 302),
        (UnitKind.GP, ("kommune", "paaroerende"), 422),
        (UnitKind.LIBRARY, ("kommune",), 302),
        (UnitKind.LIBRARY, ("selv",), 302),
        (UnitKind.LIBRARY, ("alle",), 302),
    ],
)
def test_only_those_whom_the_organiser_names_refer(case, client, form, kind, referrers, status):
    case.activity.referrers = referrers
    case.activity.save()
    case.unit.kind = kind
    case.unit.save()
    client.force_login(case.referrer)
    response = client.post(NEW, form)
    assert response.status_code == status
    assert ("Arrangøren tager ikke imod fra jer" in text(response)) == (status == 422)
    assert Referral.objects.count() == (2 if status == 302 else 1)


def test_finder_asks_as_the_unit_of_whoever_has_signed_in(case, client):
    ActivityFactory(title="Kun fra lægen", areas=[case.area], referrers=("laege",))
    client.force_login(case.referrer)
    question = {"omraade": case.area.slug}
    assert "Kun fra lægen" not in text(client.get("/for-fagfolk/find/", question))
    assert "Kun fra lægen" in text(client.get("/for-fagfolk/find/", {**question, "henviser": "laege"}))


def test_nobody_refers_for_another_unit(case, client, form):
    stranger = case.strangers["another unit"]
    client.force_login(stranger)
    assert client.post(NEW, form).status_code == 422
    assert Referral.objects.count() == 1


def test_who_has_no_unit_is_told(client):
    client.force_login(user_with(Role.FRONT_LINE))
    page = client.get(NEW)
    assert "Du er ikke med i en enhed" in text(page)
    assert client.post(NEW, {}).status_code == 422


def test_without_a_tick_the_form_leads_to_the_finder(case, client):
    client.force_login(member_of(case.unit))
    assert "Find først det, der passer." in text(client.get(NEW, {"a": "x"}))


def test_only_what_is_published_can_be_referred_to(case, client, form):
    case.activity.live = False
    case.activity.save()
    client.force_login(case.referrer)
    assert client.post(NEW, form).status_code == 422
