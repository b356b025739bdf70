"""The first page says what needs somebody: each number is that of the list it leads to, and only theirs."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Activity
from editorial.desk import needs
from editorial.desk.catalogue_needs import about_activities
from editorial.desk.needs import MOST, AlreadyNeeded, bounded, needs_of, register
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, InterestFactory, ScheduleFactory
from tests.factories.editorial import ErrorReportFactory
from tests.integration.rights.people import Place, make_place, responsible

LIST = "wagtailsnippets_catalogue_activity:list"
LONG_AGO = datetime.date(2024, 1, 1)


@pytest.fixture
def own(db: None) -> Place:
    return make_place("Korsør")


@pytest.fixture
def foreign(db: None) -> Place:
    return make_place("Skælskør")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def numbers(user: User) -> dict[str, str]:
    return {need.key: need.number for need in needs_of(User.objects.get(pk=user.pk))}


def whole(place: Place) -> None:
    """Gives the place's activity what people need, so that there is nothing to be said about it."""
    activity = Activity.objects.get(pk=place.activity.pk)
    activity.interests.set([InterestFactory(name="kor")])
    activity.verified_on, activity.has_unpublished_changes = timezone.localdate(), False
    activity.save()
    ScheduleFactory(activity=activity)


@pytest.mark.parametrize("address", ["/admin/", "/admin/godkendelser/", "/admin/snippets/catalogue/activity/"])
def test_the_title_of_a_page_ends_with_the_portals_name(own: Place, address: str):
    page = signed_in(user_with(Role.EDITOR)).get(address).content.decode()
    assert page.partition("<title>")[2].partition("</title>")[0].endswith(" - Indsatskataloget")


def test_it_says_so_when_all_is_well(own: Place):
    whole(own)
    for role in (Role.EDITOR, Role.LOCAL_EDITOR, Role.ASSOCIATION):
        assert "Alt er i orden" in signed_in(responsible(role, own)).get("/admin/").content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LOCAL_EDITOR, Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_each_number_is_that_of_the_list_it_leads_to(own: Place, foreign: Place, role: Role):
    user = responsible(role, own)
    for place in (own, foreign):
        Activity.objects.filter(pk=place.activity.pk).update(verified_on=LONG_AGO, description="")
        for values in ({"live": False}, {"venue": None, "areas": [place.area], "organisation": place.organisation}):
            ActivityFactory(**{"venue": place.venue, "organisation": place.organisation} | values)
    client = signed_in(user)
    found = [need for need in needs_of(user) if need.key in ("foraeldet", "huller", "kladder", "sendt-tilbage")]
    assert {need.key for need in found} >= {"foraeldet", "huller", "kladder"}
    for need in found:
        rows = client.get(need.url).context["table"].data
        assert str(len(rows)) == need.number, need.key
        if role != Role.EDITOR:
            assert not [row for row in rows if row.venue_id == foreign.venue.pk or row.areas.contains(foreign.area)]


def test_what_waits_for_approval_is_told_to_those_who_approve_it(own: Place, foreign: Place):
    own.activity.get_workflow().start(own.activity, user=None)
    assert numbers(responsible(Role.LOCAL_EDITOR, own))["til-godkendelse"] == "1"
    assert numbers(user_with(Role.EDITOR))["til-godkendelse"] == "1"
    for user in (responsible(Role.LOCAL_EDITOR, foreign), responsible(Role.ASSOCIATION, own)):
        assert "til-godkendelse" not in numbers(user)


def test_what_was_sent_back_is_told_to_those_who_wrote_it(own: Place):
    editor = user_with(Role.EDITOR)
    state = own.activity.get_workflow().start(own.activity, user=None)
    state.current_task_state.specific.reject(user=editor, comment="Skriv hvornår.")
    assert numbers(responsible(Role.ASSOCIATION, own))["sendt-tilbage"] == "1"


def test_reports_are_told_to_those_who_handle_them(own: Place, foreign: Place):
    ErrorReportFactory(activity=foreign.activity)
    assert "fejlmeldinger" not in numbers(responsible(Role.LOCAL_EDITOR, own))
    ErrorReportFactory(activity=own.activity)
    assert numbers(responsible(Role.LOCAL_EDITOR, own))["fejlmeldinger"] == "1"
    assert numbers(user_with(Role.EDITOR))["fejlmeldinger"] == "2"
    assert "fejlmeldinger" not in numbers(responsible(Role.ASSOCIATION, own))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LOCAL_EDITOR, Role.ASSOCIATION])
def test_it_costs_the_same_number_of_queries_at_any_size(own: Place, role: Role):
    user, counts = responsible(role, own), []
    client = signed_in(user)
    client.get("/admin/")
    for more in (1, 4, 20):
        for _ in range(more):
            made = ActivityFactory(organisation=own.organisation, venue=own.venue, verified_on=LONG_AGO)
            ErrorReportFactory(activity=made)
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/")
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2], counts
    assert counts[0] <= 40


def test_a_number_stops_where_nobody_wants_to_know_more(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(needs, "MOST", 2)
    for _ in range(4):
        ActivityFactory(verified_on=LONG_AGO)
    assert bounded(Activity.objects.all()) == 3
    assert numbers(user_with(Role.EDITOR))["foraeldet"] == "2+"
    assert MOST == 1000


def test_two_apps_cannot_take_the_same_key(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(needs, "_known", {})
    need = about_activities("huller", str, order=1, icon="help")
    register(need)
    with pytest.raises(AlreadyNeeded):
        register(need)


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF, Role.LOCAL_EDITOR])
def test_still_right_takes_one_click(own: Place, foreign: Place, role: Role):
    Activity.objects.update(verified_on=LONG_AGO)
    client = signed_in(responsible(role, own))
    page = client.get("/admin/").content.decode()
    confirm = reverse("overblik:confirm", args=[own.activity.pk])
    assert confirm in page
    assert reverse("overblik:confirm", args=[foreign.activity.pk]) not in page
    said = client.post(confirm, follow=True).content.decode()
    assert "står som bekræftet i dag" in said
    assert confirm not in said
    own.activity.refresh_from_db()
    assert own.activity.verified_on == timezone.localdate()
    assert own.activity.live
    assert own.activity.verified_by == ("" if role == Role.ASSOCIATION else "Redaktionen")


def test_nobody_confirms_what_is_anothers(own: Place, foreign: Place):
    Activity.objects.update(verified_on=LONG_AGO)
    client = signed_in(responsible(Role.ASSOCIATION, own))
    client.post(reverse("overblik:confirm", args=[foreign.activity.pk]))
    foreign.activity.refresh_from_db()
    assert foreign.activity.verified_on == LONG_AGO
    assert client.get(reverse("overblik:confirm", args=[own.activity.pk])).status_code == 405


def test_the_list_is_narrowed_by_several_conditions_at_once(own: Place):
    Activity.objects.update(verified_on=timezone.localdate())
    ActivityFactory(title="Gammel", verified_on=LONG_AGO)
    ErrorReportFactory(activity=ActivityFactory(title="Meldt", verified_on=timezone.localdate()))
    ActivityFactory(title="Fin", verified_on=timezone.localdate())
    rows = signed_in(user_with(Role.EDITOR)).get(reverse(LIST), {"need": ["foraeldet", "fejlmeldt"]}).context["table"]
    assert [row.title for row in rows.data] == ["Gammel", "Meldt"]
