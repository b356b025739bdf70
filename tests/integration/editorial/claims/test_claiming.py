"""Somebody says that an organisation is theirs."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from editorial import throttling
from editorial.claims.page import about
from editorial.models import Claim
from tests.factories.catalogue import ActivityFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Kirsten Bro Jensen",
    "own_email": "kirsten@krolf.example",
    "position": "Formand",
    "evidence": "Jeg står på vores hjemmeside.",
    "homepage": "",
}


@pytest.fixture
def club():
    return OrganisationFactory(name="Krolfklubben", kind="forening")


@pytest.fixture
def send(client, club, ticket_aged, django_capture_on_commit_callbacks):
    """A function that sends the form, a minute after it was opened."""

    def sent(age=timedelta(minutes=1), language="", **changes):
        data = {**TYPED, "ticket": ticket_aged(about(club), age), **changes}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(language + reverse("editorial:claim", args=[club.slug]), data, follow=True)

    return sent


def test_pages_of_an_organisation_and_its_activities_lead_to_the_form(client, club):
    address = reverse("editorial:claim", args=[club.slug])
    for page in (club, ActivityFactory(organisation=club)):
        assert f'href="{address}"' in client.get(page.get_absolute_url()).content.decode()
    form = client.get(address)
    assert "Krolfklubben" in form.content.decode()
    assert form.cookies == {}
    assert 'content="noindex"' in form.content.decode()


def test_the_kommune_is_not_asked_whether_it_is_itself(client):
    kommune = OrganisationFactory(kind="kommune")
    for page in (kommune, ActivityFactory(organisation=kommune)):
        assert "Er det jeres forening?" not in client.get(page.get_absolute_url()).content.decode()


def test_claim_comes_in_and_is_receipted(send, club):
    response = send()
    assert response.redirect_chain == [("tak/", 302)]
    assert "Svaret kommer på mail" in response.content.decode()
    assert response.cookies == {}
    claim = Claim.objects.get()
    assert (claim.organisation, claim.name, claim.status) == (club, TYPED["name"], "ny")
    [message] = mail.outbox
    assert message.to == [TYPED["own_email"]]
    assert message.subject == "Vi har fået din besked om Krolfklubben"
    send()
    assert (Claim.objects.count(), len(mail.outbox)) == (1, 1)


def test_receipt_is_in_the_language_of_the_form(send):
    send(language="/en")
    assert mail.outbox[0].subject == "We have received your message about Krolfklubben"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "Skriv dit navn."),
        ({"own_email": ""}, "Skriv din mail"),
        ({"own_email": "kirsten"}, "Skriv en mailadresse"),
        ({"position": ""}, "Skriv, hvad du er i foreningen."),
        ({"evidence": ""}, "Skriv, hvordan vi kan se, at det passer."),
        ({"evidence": "Mit CPR er 010203-1234"}, "Det ligner et CPR-nummer."),
        ({"evidence": "a" * 501}, "Skriv højst 500 tegn."),
        ({"homepage": "https://spam.example"}, "Lad feltet med hjemmesiden være tomt."),
    ],
)
def test_what_cannot_be_sent_is_said_and_nothing_is_lost(send, changes, message):
    response = send(**changes)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html and "autofocus" in html
    assert all(value in html for value in {**TYPED, **changes}.values())
    assert not Claim.objects.exists()


@pytest.mark.parametrize("changes", [{"age": timedelta(0)}, {"age": timedelta(hours=25)}, {"ticket": "opdigtet:1:2"}])
def test_ticket_that_is_not_good_asks_once_more(send, changes):
    assert send(**changes).status_code == 422
    assert not Claim.objects.exists()


def test_ticket_of_another_organisation_is_refused(send, ticket_aged):
    other = ticket_aged(about(OrganisationFactory()), timedelta(minutes=1))
    assert send(ticket=other).status_code == 422


def test_too_many_from_one_place_are_asked_to_wait(send):
    for number in range(throttling.MOST_FROM_ONE):
        send(position=f"Formand {number}")
    assert send(position="Kasserer").status_code == 429
    assert Claim.objects.count() == throttling.MOST_FROM_ONE


def test_draft_of_an_organisation_has_no_form(client):
    draft = OrganisationFactory(live=False)
    assert client.get(reverse("editorial:claim", args=[draft.slug])).status_code == 404


def test_form_takes_few_queries(client, club, django_assert_max_num_queries):
    address = reverse("editorial:claim", args=[club.slug])
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)
