"""The form of an activity: what it refuses, how it says so, and that nothing typed is lost."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from catalogue.models import Activity, Interest
from catalogue.slugs import PLACEHOLDER
from tests.factories.catalogue import ActivityFactory, AreaFactory, InterestFactory, OrganisationFactory

from . import typed

ADD = "wagtailsnippets_catalogue_activity:add"
SCHEDULE = {"starts_on": "2026-11-24", "starts_at": "10:00", "minutes": "120", "rrule": "", "exdates": ""}
EXCEPTION = {
    "original_date": "2026-11-24",
    "original_time": "",
    "kind": "aflyst",
    "reason": "Sygdom",
    "moved_to_date": "",
    "moved_to_time": "",
    "minutes": "",
}
DRAFT, PUBLISH = {}, {"action-publish": "1"}


def post(admin: Client, data: typed.Posted):
    return admin.post(reverse(ADD), data)


def edit(admin: Client, activity: Activity, data: typed.Posted):
    return admin.post(reverse("wagtailsnippets_catalogue_activity:edit", args=[activity.pk]), data)


def errors(response: HttpResponse) -> str:
    """Everything the form and its rows complain about, in one text."""
    form = response.context["form"]
    rows = [row.errors for formset in form.formsets.values() for row in formset.forms]
    whole = [formset.non_form_errors() for formset in form.formsets.values()]
    return " ".join(str(found) for found in [form.errors, *rows, *whole])


def lines(value: dict, count: int = 1) -> list[dict]:
    return [dict(value) for _ in range(count)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"age_min": "80", "age_max": "18"}, "mindst lige så høj"),
        ({"capacity": "5", "places_left": "6"}, "flere ledige pladser"),
        ({"price_dkk": "-1"}, "under 0"),
        ({"price_dkk": "gratis"}, "Indtast et tal"),
        ({"age_min": "tres"}, "Indtast et heltal"),
        ({"age_min": "121"}, "højst være 120"),
        ({"age_max": "9" * 30}, "Alder"),
        ({"type": "noget-andet"}, "noget-andet"),
        ({"type": ""}, "Feltet skal udfyldes"),
        ({"delivery": ["flyvende"]}, "flyvende"),
        ({"organisation_id": "99999"}, "organisation"),
        ({"venue_id": "99999"}, "venue"),
        ({"areas": ["99999"]}, "Området findes ikke længere"),
        ({"interests": ["99999"]}, "findes ikke på listen"),
        ({"interests": ["ridning"]}, "findes ikke på listen"),
        ({"contact_email": "ikke en mail"}, "gyldig mailadresse"),
        ({"verified_on": "i går"}, "gyldig dato"),
        ({"slug": "Med Mellemrum"}, "bindestreger"),
        ({"title": ""}, "Feltet skal udfyldes"),
        ({"summary": "x" * 161}, "160"),
        ({"schedules": lines(SCHEDULE | {"rrule": "FREQ=SOMETIMES"})}, "FREQ skal være"),
        ({"schedules": lines(SCHEDULE | {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"})}, "giver ingen datoer"),
        ({"schedules": lines(SCHEDULE | {"exdates": "juleaften"})}, "juleaften"),
        ({"schedules": lines(SCHEDULE | {"minutes": "0"})}, "1"),
        ({"schedules": lines(SCHEDULE | {"minutes": "9999999999999999999999"})}, "20160"),
        ({"schedules": lines(SCHEDULE | {"starts_on": ""})}, "Feltet skal udfyldes"),
        ({"schedules": lines(SCHEDULE | {"starts_at": "25:99"})}, "gyldig tid"),
        ({"date_exceptions": lines(EXCEPTION | {"kind": "flyttet"})}, "flyttet til"),
        ({"date_exceptions": lines(EXCEPTION | {"moved_to_date": "2026-11-25"})}, "har ingen ny dato"),
        ({"date_exceptions": lines(EXCEPTION | {"kind": ""})}, "Feltet skal udfyldes"),
        ({"date_exceptions": lines(EXCEPTION, 2)}, "Datoen står her allerede"),
        ({"accessibility_answers": lines({"feature": "elevator", "holds": "True", "note": ""}, 2)}, "allerede svaret"),
        ({"accessibility_answers": lines({"feature": "svævebane", "holds": "True", "note": ""})}, "svævebane"),
    ],
)
def test_bad_input_is_named_in_danish_and_nothing_typed_is_lost(admin: Client, changes: dict, words: str):
    response = post(admin, typed.activity(description="Husk den lange beskrivelse.", **changes) | DRAFT)
    assert response.status_code == 200
    assert words in errors(response)
    assert "Husk den lange beskrivelse." in response.content.decode()
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"contact_phone": "", "organisation": {"phone": "", "email": ""}}, "så folk kan spørge"),
        ({"signup": "telefon", "contact_phone": "", "organisation": {"phone": ""}}, "Man skal ringe"),
        ({"signup": "mail", "organisation": {"email": ""}}, "Man skal skrive en mail"),
        ({"signup": "henvisning"}, "hvem der kan henvise"),
        ({"schedule_text": ""}, "hvornår det er"),
        ({"areas": []}, "mindst ét område"),
        ({"summary": ""}, "skal udfyldes"),
        ({"delivery": []}, "skal udfyldes"),
    ],
)
def test_what_citizens_need_may_wait_in_a_draft_but_not_be_published(admin: Client, changes: dict, words: str):
    if isinstance(changes.get("organisation"), dict):
        changes = {**changes, "organisation": OrganisationFactory(**changes["organisation"])}
    data = typed.activity(**changes)
    refused = post(admin, data | PUBLISH)
    assert refused.status_code == 200
    assert words in errors(refused)
    assert not Activity.objects.exists()

    assert post(admin, data | DRAFT).status_code == 302
    activity = Activity.objects.get()
    assert not activity.live
    assert words in errors(edit(admin, activity, data | PUBLISH))
    activity.refresh_from_db()
    assert not activity.live


def test_the_contact_of_the_organisation_is_enough(admin: Client):
    data = typed.activity(signup="telefon", contact_phone="", organisation=OrganisationFactory(phone="00 11 22 33"))
    assert post(admin, data | PUBLISH).status_code == 302


def test_a_schedule_says_when_without_words(admin: Client):
    data = typed.activity(schedule_text="", schedules=lines(SCHEDULE | {"rrule": "FREQ=WEEKLY;BYDAY=TU"}))
    assert post(admin, data | PUBLISH).status_code == 302
    schedule = Activity.objects.get().schedules.get()
    assert (schedule.rrule, schedule.minutes) == ("FREQ=WEEKLY;BYDAY=TU", 120)


def test_a_schedule_that_is_being_deleted_says_nothing(admin: Client):
    data = typed.activity(schedule_text="", schedules=lines(SCHEDULE | {"DELETE": "1"}))
    data["schedules-0-DELETE"] = "1"
    assert post(admin, data | PUBLISH).status_code == 200


def test_everything_typed_is_kept_as_it_was_meant(admin: Client):
    area = AreaFactory()
    walks, choir = InterestFactory(name="gåture"), InterestFactory(name="kor")
    data = typed.activity(
        areas=[area.pk],
        interests=[walks.pk, choir.pk],
        languages=["da", "ar"],
        price_dkk="12,50",
        referrers=["alle"],
        schedules=lines(SCHEDULE | {"exdates": "24.12.2026, 2026-12-31"}),
        date_exceptions=[
            EXCEPTION | {"kind": "flyttet", "moved_to_date": "2026-11-25", "moved_to_time": "11:30"},
            EXCEPTION | {"original_date": "2026-12-01"},
        ],
        accessibility_answers=[{"feature": "elevator", "holds": "False", "note": "Trappe til 1. sal"}],
    )
    post(admin, data | PUBLISH)
    activity = Activity.objects.get()
    assert list(activity.areas.all()) == [area]
    assert [term.name for term in activity.interests.order_by("name")] == ["gåture", "kor"]
    assert activity.languages == ("da", "ar")
    assert activity.price_dkk == Decimal("12.5")
    assert [day.isoformat() for day in activity.schedules.get().exdates] == ["2026-12-24", "2026-12-31"]
    assert [(row.kind, str(row.moved_to_time)) for row in activity.date_exceptions.all()] == [
        ("flyttet", "11:30:00"),
        ("aflyst", "None"),
    ]
    assert activity.accessibility()["elevator"] == (False, "Trappe til 1. sal")


def test_advice_is_given_with_a_publication_but_never_in_its_way(admin: Client):
    data = typed.activity(venue_id="", verified_on="")
    page = admin.post(reverse(ADD), data | PUBLISH, follow=True).content.decode()
    assert Activity.objects.get().live
    assert "der er ikke valgt et sted" in page
    assert "sidst bekræftede" in page


def test_dates_are_typed_as_people_write_them(admin: Client):
    post(admin, typed.activity(verified_on="01.11.2026", schedules=lines(SCHEDULE | {"starts_on": "24.11.2026"})))
    activity = Activity.objects.get()
    assert (activity.verified_on.day, activity.verified_on.month) == (1, 11)
    assert activity.schedules.get().starts_on.isoformat() == "2026-11-24"


def test_a_new_word_is_never_added_to_the_vocabulary(admin: Client):
    InterestFactory(name="gåture")
    for word in ("ridning", "gåture, ridning", "'ridning'"):
        assert post(admin, typed.activity(interests=[word])).status_code == 200
    assert [term.name for term in Interest.objects.all()] == ["gåture"]


def test_the_address_is_made_of_the_title(admin: Client):
    ActivityFactory(slug="gaatur-paa-roesnaes")
    post(admin, typed.activity(slug="gaatur-paa-roesnaes") | PUBLISH)
    assert Activity.objects.filter(slug="gaatur-paa-roesnaes-2").exists()


def test_a_chosen_address_that_is_taken_is_refused(admin: Client):
    ActivityFactory(slug="taget")
    response = post(admin, typed.activity(slug="taget"))
    assert response.status_code == 200
    assert "Adressen er taget" in errors(response)


def test_a_published_address_stays_when_the_field_is_emptied(admin: Client):
    data = typed.activity()
    post(admin, data | PUBLISH)
    activity = Activity.objects.get()
    edit(admin, activity, data | PUBLISH | {"title": "Noget helt andet", "slug": ""})
    activity.refresh_from_db()
    assert (activity.title, activity.slug) == ("Noget helt andet", "gaatur-paa-roesnaes")


def test_a_draft_follows_its_title_until_it_is_published(admin: Client):
    data = typed.activity(title="🎉")
    post(admin, data)
    activity = Activity.objects.get()
    assert activity.slug.startswith(PLACEHOLDER)
    edit(admin, activity, data | {"title": "Fest i gården"} | PUBLISH)
    activity.refresh_from_db()
    assert activity.slug == "fest-i-gaarden"


def test_answers_that_change_places_are_saved(admin: Client):
    data = typed.activity(
        accessibility_answers=[
            {"feature": "elevator", "holds": "True", "note": ""},
            {"feature": "teleslynge", "holds": "False", "note": ""},
        ]
    )
    post(admin, data | PUBLISH)
    activity = Activity.objects.get()
    first, second = activity.accessibility_answers.order_by("pk")
    swapped = data | {
        "accessibility_answers-INITIAL_FORMS": "2",
        "accessibility_answers-0-id": first.pk,
        "accessibility_answers-1-id": second.pk,
        "accessibility_answers-0-feature": "teleslynge",
        "accessibility_answers-1-feature": "elevator",
    }
    response = edit(admin, activity, swapped | PUBLISH)
    assert response.status_code in (200, 302)
    if response.status_code == 200:
        assert "findes i forvejen" in response.content.decode()


def test_texts_in_other_languages_are_kept_one_in_each_language(admin):
    english = {"language": "en", "title": "Walk", "text": "We walk."}
    response = post(admin, typed.activity(translations=[english, {**english, "title": "Another walk"}]) | PUBLISH)
    assert "Der er allerede en tekst på det sprog." in errors(response)
    post(admin, typed.activity(translations=[english]) | PUBLISH)
    assert [(row.language, row.title) for row in Activity.objects.get().translations.all()] == [("en", "Walk")]


def test_a_summary_is_written_in_an_area_and_kept_in_one_line(admin: Client):
    address = reverse("wagtailsnippets_catalogue_activity:add")
    assert re.search(r'<textarea[^>]*name="summary"[^>]*maxlength="160"', admin.get(address).content.decode())
    assert admin.post(address, typed.activity(summary="Vi går\r\n en tur.")).status_code == 302
    assert Activity.objects.get().summary == "Vi går en tur."
