"""The editors' lists: what they show, find and filter, and what that costs the database."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalogue.models import Activity, Area, Interest, Organisation, TargetGroup, Venue
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, VenueFactory


def address(model: type, name: str = "list") -> str:
    return reverse(f"wagtailsnippets_catalogue_{model._meta.model_name}:{name}")


def rows(admin: Client, model: type, **query: object) -> list[str]:
    """The titles in the list, as shown."""
    response = admin.get(address(model, "list_results"), query)
    assert response.status_code == 200
    return [str(row) for row in response.context["table"].data]


def make(number: int) -> None:
    for n in range(number):
        area = AreaFactory(postcodes=[f"{4000 + n}"])
        activity = ActivityFactory(
            venue=VenueFactory(area=area),
            areas=[area, AreaFactory()],
            interests=["gåture", f"ny {Interest.objects.count()}"],
        )
        activity.save_revision()


@pytest.mark.parametrize("model", [Activity, Organisation, Venue, Area, Interest, TargetGroup])
def test_a_list_costs_the_same_number_of_queries_at_any_size(admin: Client, model: type):
    admin.get(address(model))
    counts = []
    for more in (1, 4, 20):
        make(more)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin.get(address(model))
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2], counts
    assert counts[0] <= 22


@pytest.mark.parametrize("model", [Organisation, Venue])
def test_a_chooser_costs_the_same_number_of_queries_at_any_size(admin: Client, model: type):
    counts = []
    for more in (1, 4, 20):
        make(more)
        with CaptureQueriesContext(connection) as queries:
            admin.get(reverse(f"wagtailsnippetchoosers_catalogue_{model._meta.model_name}:choose"))
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2], counts


def test_the_list_of_activities_says_what_an_editor_asks_first(admin: Client):
    korsoer, skaelskoer, boeslunde = (AreaFactory(name=name) for name in ("Korsør", "Skælskør", "Boeslunde"))
    ActivityFactory(
        title="Strikkecafé",
        type="forebyggende",
        organisation=OrganisationFactory(name="Biblioteket"),
        areas=[korsoer, skaelskoer, boeslunde],
        status="pause",
        verified_on=datetime.date(2026, 9, 28),
    )
    page = admin.get(address(Activity)).content.decode()
    for words in ("Strikkecafé", "Forebyggende", "Biblioteket", "og 1 til", "På pause", "28.09.2026", "Ja"):
        assert words in page


def test_search_finds_parts_of_words_in_any_case_also_danish_letters(admin: Client):
    ActivityFactory(title="Ældresport i Ørslev", organisation=OrganisationFactory(name="Idrætten"))
    ActivityFactory(title="Banko")
    assert rows(admin, Activity, q="ældre ØRSLEV") == ["Ældresport i Ørslev"]
    assert rows(admin, Activity, q="IDRÆT") == ["Ældresport i Ørslev"]
    assert rows(admin, Activity, q="100%") == []


@pytest.mark.parametrize("text", ["'; drop table x", "\0", "%", "_", "a" * 10_000, "🎉", "\\", '"'])
def test_search_takes_anything(admin: Client, text: str):
    ActivityFactory()
    assert rows(admin, Activity, q=text) in ([], [str(Activity.objects.get())])


def test_filters_narrow_the_list(admin: Client):
    kommune = AreaFactory()
    by = AreaFactory(parent=kommune)
    found = ActivityFactory(
        title="Denne",
        type="opsoegende",
        character="stoette",
        status="pause",
        areas=[by],
        interests=["gåture"],
        target_groups=["mænd"],
        verified_on=datetime.date(2026, 1, 1),
    )
    ActivityFactory(title="En anden", areas=[AreaFactory()], live=False, verified_on=datetime.date(2026, 11, 1))
    for query in (
        {"type": "opsoegende"},
        {"character": "stoette"},
        {"status": ["pause", "afsluttet"]},
        {"live": "True"},
        {"organisation": found.organisation_id},
        {"area": by.pk},
        {"area": kommune.pk},
        {"interest": Interest.objects.get().pk},
        {"target_group": TargetGroup.objects.get().pk},
        {"not_verified_since": "2026-06-01"},
    ):
        assert rows(admin, Activity, **query) == ["Denne"], query
    assert rows(admin, Activity, live="False") == ["En anden"]
    assert len(rows(admin, Activity, type="findes-ikke", area="x")) == 2


def test_never_confirmed_counts_as_not_confirmed_since(admin: Client):
    ActivityFactory(title="Aldrig", verified_on=None)
    assert rows(admin, Activity, not_verified_since="2026-06-01") == ["Aldrig"]


@pytest.mark.parametrize("ordering", ["type", "-verified_on", "organisation__name", "status", "-live", "title; --"])
def test_any_order_answers(admin: Client, ordering: str):
    make(2)
    assert len(rows(admin, Activity, ordering=ordering)) == 2


def test_areas_are_shown_as_the_tree_they_are(admin: Client):
    vest = AreaFactory(name="Vestkommunen")
    oest = AreaFactory(name="Østkommunen")
    AreaFactory(name="Aby", parent=oest)
    AreaFactory(name="Bby", parent=vest, postcodes=["4242"])
    assert rows(admin, Area) == ["Vestkommunen", "Bby", "Østkommunen", "Aby"]
    page = admin.get(address(Area)).content.decode()
    assert "\N{NO-BREAK SPACE}" * 6 + "Bby" in page
    assert rows(admin, Area, q="4242") == ["Bby"]


def test_a_vocabulary_says_how_much_each_word_is_used(admin: Client):
    ActivityFactory(interests=["gåture"])
    ActivityFactory(interests=["gåture", "kor"])
    response = admin.get(address(Interest, "list_results"), {"ordering": "-activity_count"})
    assert [(str(row), row.activity_count) for row in response.context["table"].data] == [("gåture", 2), ("kor", 1)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("model", [Activity, Organisation, Venue])
def test_a_list_can_be_taken_home_as_a_spreadsheet(admin: Client, model: type, kind: str):
    make(1)
    response = admin.get(address(model), {"export": kind})
    assert response.status_code == 200
    assert b"".join(response.streaming_content if response.streaming else [response.content])


@pytest.mark.parametrize(("live", "changed", "words"), [(True, True, "Ja, med ændringer"), (False, False, "Kladde")])
def test_the_list_says_whether_citizens_see_the_entry(admin: Client, live: bool, changed: bool, words: str):
    ActivityFactory(live=live, has_unpublished_changes=changed)
    assert words in admin.get(address(Activity)).content.decode()


def test_the_chooser_finds_a_venue_by_part_of_its_name(admin: Client):
    VenueFactory(name="Kulturhuset Ærøgade")
    VenueFactory(name="Hallen")
    page = admin.get(reverse("wagtailsnippetchoosers_catalogue_venue:choose_results"), {"q": "ærø"}).content.decode()
    assert "Kulturhuset" in page
    assert "Hallen" not in page
