"""Somebody suggests an activity, and follows what becomes of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from catalogue.models import Activity
from editorial import throttling
from editorial.models import Suggestion
from editorial.suggestions.page import ABOUT
from home.models import Letter
from tests.factories.catalogue import AreaFactory, OrganisationFactory, VenueFactory
from tests.factories.editorial import SuggestionFactory

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Krolf for alle",
    "description": "Vi spiller krolf i parken.",
    "place": "Parken, Algade 3",
    "area": "",
    "time": "Hver onsdag klokken 10",
    "organiser": "Krolfklubben",
    "price": "Gratis",
    "phone": "20 10 20 30",
    "email": "krolf@klub.example",
    "relation": "kender",
    "own_email": "kirsten@post.example",
    "homepage": "",
}


@pytest.fixture
def send(client, ticket_aged, django_capture_on_commit_callbacks):
    """A function that sends the form, a minute after it was opened."""

    def sent(age=timedelta(minutes=1), address=None, **changes):
        data = {**TYPED, "ticket": ticket_aged(ABOUT, age), **changes}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address or reverse("editorial:suggest"), data, follow=True)

    return sent


def test_every_page_and_a_search_in_vain_lead_to_the_form(client):
    address = reverse("editorial:suggest")
    for page in ("/privatliv/", "/indsatskatalog/?q=findes-ikke"):
        assert f'href="{address}"' in client.get(page).content.decode()
    form = client.get(address)
    assert form.cookies == {}
    assert "no-store" in form["Cache-Control"]


def test_suggestion_gets_a_receipt_that_only_its_writer_can_find(client, send):
    response = send(area=AreaFactory().pk)
    suggestion = Suggestion.objects.get()
    assert response.redirect_chain == [(reverse("editorial:suggestion", args=[suggestion.code]), 302)]
    html = response.content.decode()
    assert "Vi har modtaget dit forslag" in html
    assert TYPED["description"] in html
    assert suggestion.code in html
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert response.cookies == {}
    # What is for the editors, and for the answer, is on no page.
    for hidden in (TYPED["own_email"], TYPED["phone"], TYPED["email"]):
        assert hidden not in html
    assert client.get("/foreslaa/2222-2222-2222-2222/").status_code == 404


def test_receipt_comes_by_mail_in_the_language_of_the_form(send):
    send(address="/en/foreslaa/")
    [message] = mail.outbox
    assert message.to == [TYPED["own_email"]]
    assert message.subject == "We have received your suggestion"
    assert f"/en/foreslaa/{Suggestion.objects.get().code}/" in message.body
    assert message.body.endswith("\n\nKind regards\nIndsatskataloget\n")
    assert not Letter.objects.exists()


def test_no_mail_goes_to_whoever_left_none(send):
    send(own_email="")
    assert mail.outbox == []
    assert Suggestion.objects.count() == 1


def test_known_organiser_makes_it_a_draft_at_once(send):
    known, area = OrganisationFactory(name="Krolfklubben i Korsør"), AreaFactory()
    venue = VenueFactory(name="Parken", address="Algade 3")
    send(organiser=" krolfklubben i  KORSØR", area=area.pk, place="Parken, Algade 3")
    draft = Suggestion.objects.get().draft
    assert (draft.live, draft.title, draft.organisation, draft.venue) == (False, "Krolf for alle", known, venue)
    assert list(draft.areas.all()) == [area]
    assert (draft.price_dkk, draft.schedule_text, draft.contact_phone) == (0, TYPED["time"], TYPED["phone"])
    assert draft.latest_revision.as_object().title == "Krolf for alle"
    assert TYPED["own_email"] not in str(draft.latest_revision.content)


def test_unknown_organiser_makes_nothing_but_the_suggestion(send):
    OrganisationFactory(name="Krolfklubben i Korsør")
    OrganisationFactory(name="Krolfklubben", live=False)
    send()
    suggestion = Suggestion.objects.get()
    assert (suggestion.draft, suggestion.organiser) == (None, "Krolfklubben")
    assert not Activity.objects.exists()


def test_place_that_nobody_knows_is_kept_in_the_draft(send):
    OrganisationFactory(name="Krolfklubben")
    send(place="Ved den store eg")
    assert Activity.objects.get().description == "Vi spiller krolf i parken.\n\nSted: Ved den store eg"


def test_sending_twice_makes_one_suggestion(send):
    first, second = send(), send()
    assert Suggestion.objects.count() == 1
    assert first.redirect_chain == second.redirect_chain
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": " "}, "Skriv, hvad det hedder."),
        ({"description": ""}, "Skriv, hvad der sker."),
        ({"place": ""}, "Skriv, hvor det er."),
        ({"time": ""}, "Skriv, hvornår det er."),
        ({"relation": ""}, "Vælg, hvad du har med det at gøre."),
        ({"relation": "opdigtet"}, "Vælg, hvad du har med det at gøre."),
        ({"area": "999999"}, "Vælg et område på listen."),
        ({"phone": "ring bare"}, "Skriv et telefonnummer med otte tal."),
        ({"own_email": "kirsten"}, "Skriv en mailadresse"),
        ({"email": "a@b"}, "Skriv en mailadresse"),
        ({"title": "a" * 201}, "Skriv højst 200 tegn."),
        ({"description": "Ring til 010203-1234"}, "Det ligner et CPR-nummer."),
        ({"phone": "0102031234"}, "Det ligner et CPR-nummer."),
        ({"homepage": "https://spam.example"}, "Lad feltet med hjemmesiden være tomt."),
    ],
)
def test_what_cannot_be_sent_is_said_and_nothing_is_lost(send, changes, message):
    response = send(**changes)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert "autofocus" in html
    for name, value in {**TYPED, **changes}.items():
        if name not in ("relation", "area"):
            assert value.strip() in html
    assert not Suggestion.objects.exists()


def test_chosen_area_and_relation_stay_chosen(send):
    area = AreaFactory(name="Korsør")
    html = send(title="", area=area.pk, relation="deltager").content.decode()
    assert f'<option value="{area.pk}" lang="da" selected>Korsør</option>' in html
    assert 'value="deltager" checked' in html


@pytest.mark.parametrize("changes", [{"age": timedelta(0)}, {"age": timedelta(hours=25)}, {"ticket": "opdigtet:1:2"}])
def test_ticket_that_is_not_good_asks_once_more(send, changes):
    response = send(**changes)
    assert response.status_code == 422
    assert TYPED["title"] in response.content.decode()
    assert not Suggestion.objects.exists()


def test_ticket_of_a_report_is_refused(send, activity, ticket_aged):
    assert send(ticket=ticket_aged(activity, timedelta(minutes=1))).status_code == 422


def test_too_many_from_one_place_are_asked_to_wait(send):
    for number in range(throttling.MOST_FROM_ONE):
        send(title=f"Krolf {number}")
    response = send(title="En til")
    assert response.status_code == 429
    assert "En til" in response.content.decode()
    assert Suggestion.objects.count() == throttling.MOST_FROM_ONE


@pytest.mark.parametrize(
    ("values", "heading"),
    [
        ({"status": "set"}, "Vi er ved at se på dit forslag"),
        ({"status": "bragt", "handled_at": timezone.now(), "own_email": ""}, "Dit forslag er kommet på siden"),
        (
            {"status": "afvist", "reason": "Det er for børn.", "handled_at": timezone.now(), "own_email": ""},
            "Det er for børn.",
        ),
        ({"status": "samlet", "handled_at": timezone.now(), "own_email": ""}, "findes på siden i forvejen"),
    ],
)
def test_page_says_how_far_it_has_come(client, values, heading):
    suggestion = SuggestionFactory(**values)
    assert heading in client.get(reverse("editorial:suggestion", args=[suggestion.code])).content.decode()


def test_pages_take_few_queries(client, django_assert_max_num_queries):
    AreaFactory.create_batch(5)
    for address in ("/foreslaa/", reverse("editorial:suggestion", args=[SuggestionFactory().code])):
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)
