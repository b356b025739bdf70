"""The list, one referral, and what can be done with it."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from referral.actions.close_referral import close_referral
from referral.actions.step_referral import step_referral
from referral.actions.write_note import write_note
from referral.life.choices import CloseReason, Event, ReadKind, State
from referral.models import Referral, ReferralRead, ReferralStep
from tests.factories.accounts import user_with
from tests.factories.referral_cases import ReferralFactory, contact_for

pytestmark = pytest.mark.django_db
CIVIL_NUMBER = "Det ligner et CPR-nummer"


def of(case, name="case", **values):
    return reverse(f"cases:{name}", kwargs={"code": case.referral.code, **values})


def step_address(case, state, position=1):
    return of(case, "step", position=position, state=state)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_list_shows_mine_and_my_teams_and_counts(case, client):
    client.force_login(case.colleague)
    late = ReferralFactory(
        unit=case.unit, referrer=case.colleague, next_on=timezone.localdate() - datetime.timedelta(days=1)
    )
    closed = ReferralFactory(unit=case.unit, closed_at=timezone.now(), close_reason=CloseReason.MOVED)
    ReferralFactory()  # another unit's
    tabs = {tab.words: tab for tab in client.get("/henvisninger/").context["listing"].tabs}
    counts = {str(words): tab.count for words, tab in tabs.items()}
    assert counts == {
        "Åbne": 2, "Forsinkede": 1, "Mine": 1, "Nye": 2, "På venteliste": 0, "Kom ikke": 0, "Afsluttede": 1,
    }  # fmt: skip
    for shown, codes in (
        ("", {case.referral.code, late.code}),
        ("forsinkede", {late.code}),
        ("mine", {late.code}),
        ("afsluttede", {closed.code}),
        ("venter", set()),
        ("findes-ikke", {case.referral.code, late.code}),
    ):
        listing = client.get("/henvisninger/", {"vis": shown}).context["listing"]
        assert {row.code for row in listing.rows} == codes, shown
    assert "Ingen står på venteliste." in text(client.get("/henvisninger/?vis=venter"))


def test_list_names_nobody(case, client):
    contact_for(case.referral)
    client.force_login(case.network)
    assert "Gudrun" not in text(client.get("/henvisninger/"))
    assert not ReferralRead.objects.exists()


@pytest.mark.parametrize("many", [1, 10, 30])
def test_list_asks_as_often_however_long_it_is(case, client, many, django_assert_max_num_queries):
    for _number in range(many):
        ReferralFactory(unit=case.unit, referrer=case.referrer)
    client.force_login(case.colleague)
    client.get("/henvisninger/")
    with django_assert_max_num_queries(12):
        response = client.get("/henvisninger/")
    assert bool(response.context["listing"].next) == (many == 30)


def test_association_lists_its_own_proposals_alone(case, client):
    client.force_login(case.association)
    (row,) = client.get("/henvisninger/").context["listing"].rows
    assert [title for title, _state, _look in row.entries] == [case.entry.title]


def test_reading_is_written_down(case, client):
    client.force_login(case.network)
    client.get(of(case))
    contact_for(case.referral)
    client.get(of(case))
    reads = ReferralRead.objects.order_by("pk").values_list("user", "kind")
    assert list(reads) == [(case.network.pk, ReadKind.CASE), (case.network.pk, ReadKind.CONTACT)]


def test_contact_is_shown_only_while_the_person_wants_it(case, client):
    contact_for(case.referral)
    client.force_login(case.association)
    assert "Gudrun" in text(client.get(of(case)))
    case.referral.consents.filter(kind="kontaktes").update(withdrawn_at=timezone.now())
    assert "Gudrun" not in text(client.get(of(case)))


def test_organisation_reads_its_own_part_of_the_log(case, client):
    now = timezone.now()
    write_note(referral=case.referral, note="Kun til teamet", by=case.network, now=now)
    write_note(referral=case.referral, note="Til de andre", by=case.network, now=now, entry=case.other_entry)
    write_note(referral=case.referral, note="Til jer", by=case.network, now=now, entry=case.entry)
    client.force_login(case.association)
    page = text(client.get(of(case)))
    assert "Til jer" in page
    assert [words for words in ("Kun til teamet", "Til de andre", case.other_entry.title) if words in page] == []
    client.force_login(case.coordinator)
    page = text(client.get(of(case)))
    assert "Kun til teamet" in page and "Til de andre" in page


def test_buttons_are_those_of_the_table(case, client):
    client.force_login(case.referrer)
    (first, _second) = client.get(of(case)).context["case"].entries
    assert [way.address for way in first.steps] == [step_address(case, state) for state in ("kontaktet", "afvist")]
    client.force_login(case.association)
    (own,) = client.get(of(case)).context["case"].entries
    assert len(own.steps) == 4


def test_step_is_two_presses(case, client):
    client.force_login(case.association)
    response = client.get(step_address(case, "modtaget"))
    assert "Vi har modtaget den" in text(response)
    response = client.post(step_address(case, "modtaget"), {"version": response.context["version"]}, follow=True)
    assert "Det er gemt." in text(response)
    case.entry.refresh_from_db()
    assert case.entry.state == State.RECEIVED


def test_declining_asks_why_and_keeps_what_was_typed(case, client):
    client.force_login(case.referrer)
    response = client.post(step_address(case, "afvist"), {"version": 1, "note": "Vil hellere læse."})
    assert response.status_code == 422
    assert "Vælg, hvad grunden er." in text(response) and "Vil hellere læse." in text(response)
    client.post(step_address(case, "afvist"), {"version": 1, "note": "Vil hellere læse.", "reason": "vil_ikke"})
    case.entry.refresh_from_db()
    assert (case.entry.state, case.entry.declined_reason) == (State.DECLINED, "vil_ikke")


def test_who_comes_second_is_told_loses_nothing_and_may_press_again(case, client):
    step_referral(entry=case.entry, to=State.RECEIVED, by=case.network, version=1, now=timezone.now())
    client.force_login(case.referrer)
    response = client.post(step_address(case, "kontaktet"), {"version": 1, "note": "Ringede i dag."})
    assert response.status_code == 409
    assert "Karen Jensen har ændret henvisningen imens" in text(response) and "Ringede i dag." in text(response)
    again = {"version": response.context["version"], "note": "Ringede i dag."}
    assert client.post(step_address(case, "kontaktet"), again).status_code == 302
    case.entry.refresh_from_db()
    assert case.entry.state == State.CONTACTED


def test_step_that_cannot_be_taken_any_more_says_so(case, client):
    client.force_login(case.network)
    for response in (client.get(step_address(case, "kom")), client.post(step_address(case, "kom"), {"version": 1})):
        assert response.status_code == 409
        assert "Henvisningen er nået et andet sted hen" in text(response)
    for state in ("ny", "findes-ikke"):
        assert client.get(step_address(case, state)).status_code == 404
    assert client.get(step_address(case, "modtaget", 7)).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("note", {"note": "Født 010203-1234"}),
        ("close", {"version": 1, "reason": "flyttet", "note": "010203 1234"}),
        ("hand-over", {"version": 1, "note": "cpr 0102031234"}),
    ],
)
def test_civil_number_is_refused_with_a_word(case, client, name, data):
    client.force_login(case.referrer)
    response = client.post(of(case, name), data)
    assert response.status_code == 422
    assert CIVIL_NUMBER in text(response)
    assert not ReferralStep.objects.exists()
    response = client.post(step_address(case, "kontaktet"), {"version": 1, "note": "010203-1234"})
    assert response.status_code == 422 and CIVIL_NUMBER in text(response)


def test_note_is_written_and_an_organisations_is_about_its_own(case, client):
    for user, entry in ((case.network, None), (case.association, case.entry)):
        client.force_login(user)
        client.post(of(case, "note"), {"note": "Ringede."})
        line = ReferralStep.objects.latest("pk")
        assert (line.event, line.by, line.entry, line.note) == (Event.NOTE, user, entry, "Ringede.")
    assert client.post(of(case, "note"), {"note": " "}).status_code == 422


def test_handing_over_offers_those_who_can_look_after_it(case, client):
    client.force_login(case.referrer)
    offered = client.get(of(case, "hand-over")).context["form"].fields["to"].queryset
    assert set(offered) == {case.colleague, case.network, case.coordinator}
    stranger = case.strangers["another unit"]
    assert client.post(of(case, "hand-over"), {"version": 1, "to": stranger.pk}).status_code == 422
    client.post(of(case, "hand-over"), {"version": 1, "to": case.network.pk, "note": "Kender ham."})
    case.referral.refresh_from_db()
    assert case.referral.owner == case.network


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "Den dato har været"), (400, "inden for et år"), (None, "Vælg en dato.")]
)
def test_date_must_be_one_that_comes(case, client, days, words):
    client.force_login(case.network)
    day = "" if days is None else (timezone.localdate() + datetime.timedelta(days=days)).isoformat()
    response = client.post(of(case, "date"), {"version": 1, "next_on": day})
    assert response.status_code == 422 and words in text(response)


def test_form_of_the_date_begins_with_the_present_one_unless_it_has_been(case, client):
    client.force_login(case.network)
    assert client.get(of(case, "date")).context["form"]["next_on"].value() == case.referral.next_on
    Referral.objects.update(next_on=timezone.localdate() - datetime.timedelta(days=1))
    assert client.get(of(case, "date")).context["form"]["next_on"].value() is None


def test_note_says_who_reads_it(case, client):
    for user, words in ((case.network, "Arrangøren kan ikke læse den."), (case.association, "Alle, der arbejder med")):
        client.force_login(user)
        assert words in text(client.get(of(case)))


def test_date_is_put_off(case, client):
    client.force_login(case.network)
    day = timezone.localdate() + datetime.timedelta(days=9)
    client.post(of(case, "date"), {"version": 1, "next_on": day.strftime("%d-%m-%Y")})
    case.referral.refresh_from_db()
    assert case.referral.next_on == day


def test_closed_referral_can_be_read_and_no_more(case, client):
    client.force_login(case.referrer)
    client.post(of(case, "close"), {"version": 1, "reason": "flyttet"})
    page = client.get(of(case))
    assert "Afsluttet" in text(page) and "Skriv en note" not in text(page)
    assert not any(entry.steps for entry in page.context["case"].entries)
    assert client.post(of(case, "note"), {"note": "Hej"}).status_code == 409
    assert client.get(of(case, "close")).status_code == 409
    client.force_login(case.association)
    assert client.get(of(case)).status_code == 404


def test_second_of_two_who_close_is_told(case, client):
    close_referral(referral=case.referral, reason=CloseReason.GOES_ON, by=case.network, version=1, now=timezone.now())
    client.force_login(case.referrer)
    response = client.post(of(case, "close"), {"version": 1, "reason": "flyttet"})
    assert response.status_code == 409
    assert Referral.objects.get(pk=case.referral.pk).close_reason == CloseReason.GOES_ON


def test_nobody_closes_with_what_must_be_forgotten(case, client):
    client.force_login(case.referrer)
    for reason in (CloseReason.WITHDRAWN, CloseReason.UNTOUCHED):
        assert client.post(of(case, "close"), {"version": 1, "reason": reason}).status_code == 422
    assert Referral.objects.get(pk=case.referral.pk).is_open
    assert reverse("privacy:consents", kwargs={"code": case.referral.code}) in text(client.get(of(case, "close")))


def test_case_leads_to_the_call_and_offers_what_can_be_done(case, client):
    case.referral.entries.filter(position=0).update(state=State.ABSENT)
    case.referral.entries.filter(position=1).update(state=State.DECLINED, declined_reason="vil_ikke")
    client.force_login(case.network)
    page = client.get(of(case))
    absent, declined = page.context["case"].entries
    assert absent.steps[0].address == reverse("noshow:call", kwargs={"code": case.referral.code, "position": 1})
    assert [step.words for step in declined.steps] == ["Prøv igen med den"]
    # Nobody has come, so there is nothing to follow up.
    assert "Skriv en opfølgning" not in text(page)


def test_refusals_say_why_and_lead_back(case, client):
    client.force_login(case.network)
    missing = client.get("/henvisninger/0000000000000/")
    assert missing.status_code == 404
    assert "Henvisningen er måske slettet" in text(missing) and 'href="/henvisninger/"' in text(missing)
    client.force_login(user_with(Role.EDITOR))
    refused = client.get("/henvisninger/")
    assert refused.status_code == 403
    assert "Din rolle arbejder ikke med henvisninger" in text(refused)


def test_referral_that_is_forgotten_while_it_is_changed_is_gone(case, client, monkeypatch):
    client.force_login(case.colleague)

    def forgotten(**_values):
        raise Referral.DoesNotExist

    monkeypatch.setattr("referral.cases.views.write_note", forgotten)
    response = client.post(of(case, "note"), {"note": "Ring om eftermiddagen", "version": case.referral.version})
    assert response.status_code == 404
