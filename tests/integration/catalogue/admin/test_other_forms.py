"""The forms of organisations, venues, areas and the vocabularies."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from catalogue.models import Area, Interest, Organisation, Venue
from tests.factories.catalogue import AreaFactory

from . import typed
from .test_activity_form import errors

PUBLISH = {"action-publish": "1"}


def add(admin: Client, model: str, data: typed.Posted) -> HttpResponse:
    return admin.post(reverse(f"wagtailsnippets_catalogue_{model}:add"), data)


def change(admin: Client, entry: Area | Interest, data: typed.Posted) -> HttpResponse:
    return admin.post(reverse(f"wagtailsnippets_catalogue_{entry._meta.model_name}:edit", args=[entry.pk]), data)


def test_an_organisation_is_added_and_published(admin: Client):
    assert add(admin, "organisation", typed.organisation() | PUBLISH).status_code == 302
    organisation = Organisation.objects.get()
    assert (organisation.live, organisation.slug) == (True, "motionsforeningen")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": ""}, "skal udfyldes"),
        ({"kind": "bande"}, "bande"),
        ({"email": "x"}, "gyldig mailadresse"),
        ({"website": "x y"}, "gyldig URL"),
        ({"name": "n" * 201}, "200"),
    ],
)
def test_a_bad_organisation_is_refused(admin: Client, changes: dict, words: str):
    response = add(admin, "organisation", typed.organisation(**changes))
    assert response.status_code == 200
    assert words in errors(response)


def test_a_venue_is_added_with_what_holds_there(admin: Client):
    answers = [{"feature": "trinfri_adgang", "holds": "True", "note": "Rampe ved gavlen"}]
    data = typed.venue(accessibility_answers=answers, latitude="55,33", longitude="11.14")
    assert add(admin, "venue", data | PUBLISH).status_code == 302
    venue = Venue.objects.get()
    assert venue.position == (55.33, 11.14)
    assert venue.accessibility_answers.get().note == "Rampe ved gavlen"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"postcode": "42"}, "fire cifre"),
        ({"postcode": ""}, "skal udfyldes"),
        ({"area_id": ""}, "skal udfyldes"),
        ({"latitude": "55.33"}, "længdegrad"),
        ({"latitude": "91", "longitude": "11"}, "ligger ikke i Danmark"),
        ({"latitude": "nan", "longitude": "nan"}, "Indtast et tal"),
    ],
)
def test_a_bad_venue_is_refused(admin: Client, changes: dict, words: str):
    data = typed.venue()
    data["area"] = changes.pop("area_id", data["area"])
    response = add(admin, "venue", data | changes)
    assert response.status_code == 200
    assert words in errors(response)
    assert not Venue.objects.exists()


def test_an_area_is_added_under_another_with_its_postcodes(admin: Client):
    kommune = AreaFactory()
    assert add(admin, "area", typed.area(parent=kommune.pk)).status_code == 302
    area = Area.objects.get(name="Korsør")
    assert (area.parent, area.slug) == (kommune, "korsoer")
    assert [row.code for row in area.postcodes.all()] == ["4220"]


def test_an_area_cannot_be_put_into_its_own_part(admin: Client):
    kommune = AreaFactory()
    by = AreaFactory(parent=kommune)
    response = change(admin, kommune, typed.area(parent=by.pk, postcodes=[]))
    assert response.status_code == 200
    assert "Et område kan ikke ligge i sig selv" in errors(response)
    kommune.refresh_from_db()
    assert kommune.parent is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"parent": "99999"}, "gyldig"),
        ({"latitude": ""}, "skal udfyldes"),
        ({"longitude": "181"}, "-180 og 180"),
        (nested_form_data({"postcodes": inline_formset([{"code": "422"}])}), "fire cifre"),
        (nested_form_data({"postcodes": inline_formset([{"code": "4220"}, {"code": "4220"}])}), "står her allerede"),
    ],
)
def test_a_bad_area_is_refused(admin: Client, changes: dict, words: str):
    response = add(admin, "area", typed.area() | changes)
    assert response.status_code == 200
    assert words in errors(response)
    assert not Area.objects.exists()


def test_a_word_is_added_with_its_synonyms_tidied(admin: Client):
    data = {"name": "  gå  ture ", "synonyms": "vandring\n\n  spadsere \nvandring"}
    assert add(admin, "interest", data).status_code == 302
    term = Interest.objects.get()
    assert (term.name, term.slug, term.synonym_list) == ("gå ture", "gaa-ture", ["vandring", "spadsere"])


def test_a_word_cannot_stand_twice(admin: Client):
    term = Interest.objects.create(name="Ældresport")
    response = add(admin, "interest", {"name": "Ældresport", "synonyms": ""})
    assert "findes allerede" in errors(response)
    assert change(admin, term, {"name": "ældresport", "synonyms": ""}).status_code == 302
