"""Planted errors, each found with file, entry and field; and nothing written while there is one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from catalogue.actions.import_catalogue import ImportRefused, import_catalogue
from catalogue.models import Activity, Area, Interest, Organisation, Venue
from tests.factories.catalogue import VenueFactory
from tests.factories.exchange_files import activity, small_catalogue, write_file

pytestmark = pytest.mark.django_db

ACTIVITY, VENUE, ORGANISATION = "aktivitet nr. 1 (kaffe)", "sted nr. 1 (huset)", "arrangør nr. 1 (vennerne)"
AREA = "område nr. 2 (havn)"


def change(name: str, field: str, value: Any, number: int = 0) -> Callable[[dict], None]:
    def plant(content: dict) -> None:
        content[name][number][field] = value

    return plant


def remove(name: str, field: str) -> Callable[[dict], None]:
    return lambda content: content[name][0].pop(field)


def line(**values: Any) -> list[dict]:
    return [{"dtstart": "2026-09-07T10:00", "minutes": 60, "rrule": "FREQ=WEEKLY", "exdates": []} | values]


PLANTED: list[tuple[Callable[[dict], Any], str, str, str]] = [
    (change("activities", "summary", "x" * 161), ACTIVITY, "summary", "161 tegn"),
    (change("activities", "title", 7), ACTIVITY, "title", "en tekst, ikke et tal"),
    (change("activities", "title", "a\x00b"), ACTIVITY, "title", "U+0000"),
    (change("activities", "slug", "kaffe!"), "aktivitet nr. 1 (kaffe!)", "slug", "adresse"),
    (remove("activities", "title"), ACTIVITY, "title", "mangler"),
    (change("activities", "summery", "x"), ACTIVITY, "summery", "kender vi ikke"),
    (change("activities", "type", "opsøgende"), ACTIVITY, "type", "Vælg mellem: opsoegende"),
    (change("activities", "delivery", "fremmoede"), ACTIVITY, "delivery", "en liste, ikke en tekst"),
    (change("activities", "delivery", ["fremmoede", "fax"]), ACTIVITY, "delivery[2]", "fax"),
    (change("activities", "areas", []), ACTIVITY, "areas", "tom"),
    (change("activities", "areas", ["by", "havnen"]), ACTIVITY, "areas", "Mente du »havn«?"),
    (change("activities", "organisation", "fjenderne"), ACTIVITY, "organisation", "findes hverken"),
    (change("activities", "venue", "skuret"), ACTIVITY, "venue", "findes hverken"),
    (change("activities", "interests", ["gåtur"]), ACTIVITY, "interests", "Mente du »gåture«?"),
    (change("activities", "target_groups", ["pirater"]), ACTIVITY, "target_groups", "ikke i ordlisten"),
    (change("activities", "age_min", "18"), ACTIVITY, "age_min", "helt tal"),
    (change("activities", "age_max", 17), ACTIVITY, "age_min", "mere end den højeste alder"),
    (change("activities", "places_left", 21), ACTIVITY, "places_left", "flere, end der er pladser"),
    (change("activities", "price_dkk", -5), ACTIVITY, "price_dkk", "fra 0"),
    (change("activities", "accessibility", {"rampe": True}), ACTIVITY, "accessibility.rampe", "kender vi ikke"),
    (change("activities", "accessibility", {"elevator": "ja"}), ACTIVITY, "accessibility.elevator", "true eller false"),
    (change("activities", "accessibility", ["elevator"]), ACTIVITY, "accessibility", "et objekt, ikke en liste"),
    (change("activities", "languages", ["dansk"]), ACTIVITY, "languages[1]", "dansk"),
    (change("activities", "contact", {"name": "Bo", "tlf": "1"}), ACTIVITY, "contact.tlf", "kender vi ikke"),
    (change("activities", "contact", {"email": "bo"}), ACTIVITY, "contact.email", "mailadresse"),
    (change("activities", "verified_on", "1/10-2026"), ACTIVITY, "verified_on", "skrives som"),
    (change("activities", "status", None), ACTIVITY, "status", "en tekst, ikke null"),
    (change("activities", "schedule", ["mandag"]), ACTIVITY, "schedule[1]", "et objekt, ikke en tekst"),
    (change("activities", "schedule", line(dtstart="2026-09-31T10:00")), ACTIVITY, "schedule[1].dtstart", "kalenderen"),
    (change("activities", "schedule", line(rrule="hver mandag")), ACTIVITY, "schedule[1].rrule", "mangler en værdi"),
    (change("activities", "schedule", line(rrule="FREQ=HOURLY")), ACTIVITY, "schedule[1].rrule", "hver dag"),
    (
        change("activities", "schedule", line(rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        ACTIVITY,
        "schedule[1].rrule",
        "ingen datoer",
    ),
    (change("activities", "schedule", line(minutes=0)), ACTIVITY, "schedule[1].minutes", "fra 1"),
    (change("activities", "schedule", line(exdates=["jul"])), ACTIVITY, "schedule[1].exdates[1]", "skrives som"),
    (lambda content: content["activities"].append(activity()), "aktivitet nr. 2 (kaffe)", "slug", "Står også i"),
    (lambda content: content["activities"].append("kaffe"), "aktivitet nr. 2", "", "et objekt"),
    (change("venues", "postcode", "42200"), VENUE, "postcode", "fire cifre"),
    (change("venues", "lat", 11.1), VENUE, "lat", "byttet om"),
    (change("venues", "stop_metres", None), VENUE, "stop_metres", "eller lad begge stå tomme"),
    (change("venues", "stop_name", ""), VENUE, "stop_metres", "eller lad begge stå tomme"),
    (change("venues", "lon", None), VENUE, "lon", "et tal, ikke null"),
    (change("venues", "area", "skoven"), VENUE, "area", "findes hverken"),
    (change("venues", "kind", "slot"), VENUE, "kind", "Vælg mellem"),
    (change("organisations", "email", "post@"), ORGANISATION, "email", "mailadresse"),
    (change("organisations", "web", "vennerne.example"), ORGANISATION, "web", "webadresse"),
    (change("organisations", "phone", "ring"), ORGANISATION, "phone", "telefonnummer"),
    (change("areas", "parent", "byen", 1), AREA, "parent", "Mente du »by«?"),
    (change("areas", "parent", "havn"), "område nr. 1 (by)", "parent", "del af sig selv"),
    (change("areas", "postcodes", ["4220", 4230], 1), AREA, "postcodes[2]", "fire cifre"),
    (lambda content: content["interests"].append("Gåture"), "interesse nr. 3", "name", "Står også i"),
    (lambda content: content["interests"].append(7), "interesse nr. 3", "", "en tekst, ikke et tal"),
    (lambda content: content.update(activity=[]), "", "activity", "Mente du"),
    (lambda content: content.update(venues={}), "", "venues", "en liste, ikke et objekt"),
]


@pytest.mark.parametrize(("plant", "entry", "field", "message"), PLANTED)
def test_planted_error_is_found_with_file_entry_and_field(tmp_path, plant, entry, field, message):
    content = small_catalogue()
    if plant.__name__ == "<lambda>" and message == "Mente du":
        content.pop("activities")
    plant(content)
    with pytest.raises(ImportRefused) as caught:
        import_catalogue(paths=[write_file(tmp_path, content, "by.json")], by=None)
    told = [(p.origin.file, str(p.origin), p.field) for p in caught.value.report.problems if message in p.message]
    assert ("by.json", entry, field) in told


def test_all_errors_of_all_files_are_told_at_once(tmp_path):
    first, second = small_catalogue(), {"activities": [activity("te", title="", venue="ingensteds")]}
    first["venues"][0]["postcode"] = "x"
    paths = [write_file(tmp_path, first, "a.json"), write_file(tmp_path, second, "b.json"), tmp_path / "c.json"]
    with pytest.raises(ImportRefused) as caught:
        import_catalogue(paths=paths, by=None)
    assert {(p.origin.file, p.origin.slug, p.field) for p in caught.value.report.problems} == {
        ("a.json", "huset", "postcode"),
        ("b.json", "te", "title"),
        ("b.json", "te", "venue"),
        ("c.json", "", ""),
    }


def test_wrong_file_among_right_ones_changes_nothing(tmp_path):
    right = write_file(tmp_path, small_catalogue(), "right.json")
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"activities": [', encoding="utf-8")
    with pytest.raises(ImportRefused):
        import_catalogue(paths=[right, wrong], by=None)
    assert not any(model.objects.exists() for model in (Area, Organisation, Venue, Activity, Interest))


def test_error_of_the_database_halfway_changes_nothing(tmp_path, monkeypatch):
    # The venue is written before the activity; the activity then fails in the database.
    def fail(**values):
        raise RuntimeError("the database went away")

    real = "catalogue.actions.import_catalogue.create_entries"
    from catalogue.actions.create_entries import create_entries

    monkeypatch.setattr(
        real, lambda **values: fail() if type(values["entries"][0]) is Activity else create_entries(**values)
    )
    with pytest.raises(RuntimeError):
        import_catalogue(paths=[write_file(tmp_path, small_catalogue())], by=None)
    assert not any(model.objects.exists() for model in (Area, Organisation, Venue, Activity, Interest))


def test_reference_may_lead_to_another_file_or_to_the_database(tmp_path):
    content = small_catalogue()
    activities = {"activities": content.pop("activities")}
    VenueFactory(slug="i-basen")
    activities["activities"].append(activity("te", venue="i-basen"))
    paths = [write_file(tmp_path, activities, "a.json"), write_file(tmp_path, content, "b.json")]
    import_catalogue(paths=paths, by=None)
    assert Activity.objects.get(slug="te").venue.slug == "i-basen"


def test_empty_vocabulary_is_told_as_such(tmp_path):
    content = small_catalogue()
    del content["interests"], content["target_groups"]
    with pytest.raises(ImportRefused) as caught:
        import_catalogue(paths=[write_file(tmp_path, content)], by=None)
    assert all("Ordlisten er tom" in problem.message for problem in caught.value.report.problems)


def test_file_without_any_list_is_told(tmp_path):
    path = tmp_path / "tom.json"
    path.write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ImportRefused, match="1 problems"):
        import_catalogue(paths=[path], by=None)
