"""What the form says while somebody writes in it."""

from __future__ import annotations

import html
import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from catalogue.models import Activity
from tests.factories.catalogue import ActivityFactory, ResponsibilityFactory, VenueFactory
from tests.factories.desk import somebody

from . import typed

ADD = "wagtailsnippets_catalogue_activity:add"
ON_ADD = "wagtailsnippets_catalogue_activity:advise_on_add"
ON_EDIT = "wagtailsnippets_catalogue_activity:advise_on_edit"


def holes(html: str) -> list[str]:
    return re.findall(r'href="#id_(\w+)', html)


def test_a_form_half_filled_in_is_told_what_lacks(admin: Client):
    answer = admin.post(reverse(ON_ADD), typed.activity(summary="", type="", schedule_text="", contact_phone=""))
    found = holes(answer.json()["completeness"])
    assert {"summary", "type", "schedule_text", "first_visit"} <= set(found)
    assert "title" not in found
    assert not Activity.objects.exists()


def test_an_empty_form_is_answered(admin: Client):
    answer = admin.post(reverse(ON_ADD), {})
    assert answer.status_code == 200
    assert "title" in holes(answer.json()["completeness"])


def test_rows_that_are_typed_count_and_broken_ones_do_not(admin: Client):
    row = {"starts_on": "2026-12-01", "starts_at": "10:00", "minutes": "60", "rrule": "", "exdates": ""}
    with_row = admin.post(reverse(ON_ADD), typed.activity(schedule_text="", schedules=[row]))
    broken = admin.post(reverse(ON_ADD), typed.activity(schedule_text="", schedules=[{**row, "starts_at": "99"}]))
    assert "schedule_text" not in holes(with_row.json()["completeness"])
    assert "schedule_text" in holes(broken.json()["completeness"])


def test_an_entry_is_advised_on_without_being_changed(admin: Client):
    entry = ActivityFactory(title="Før")
    answer = admin.post(reverse(ON_EDIT, args=[entry.pk]), typed.activity(title="", description=""))
    assert {"title", "description"} <= set(holes(answer.json()["completeness"]))
    entry.refresh_from_db()
    assert entry.title == "Før"


def test_what_was_typed_is_escaped(admin: Client):
    answer = admin.post(reverse(ON_ADD), typed.activity(title="<script>alert(1)</script>"))
    assert "<script>" not in "".join(answer.json().values())


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_it_is_only_asked_by_post(admin: Client, method: str):
    assert getattr(admin, method)(reverse(ON_ADD)).status_code == 405


def test_nobody_is_advised_on_what_is_not_theirs(client: Client, db):
    own, other = ActivityFactory(), ActivityFactory()
    user = somebody(Role.ASSOCIATION)
    ResponsibilityFactory(user=user, organisation=own.organisation, area=None)
    client.force_login(user)
    assert client.post(reverse(ON_EDIT, args=[own.pk]), {}).status_code == 200
    assert client.post(reverse(ON_EDIT, args=[other.pk]), {}).status_code in (302, 403)


def test_the_form_opens_with_its_advice(admin: Client):
    page = admin.get(reverse("wagtailsnippets_catalogue_activity:add")).content.decode()
    assert 'data-part="completeness"' in page
    assert "<meter" in page
    assert f'data-catalogue-advice-url-value="{reverse(ON_ADD)}"' in page
    assert 'src="/static/catalogue/editing.js" type="module"' in page or 'type="module"' in page


def test_times_in_words_become_rows_when_it_is_saved(admin: Client):
    words = "hver 2. tirsdag kl. 10-12, ikke i skoleferier\nden 3. december 2030 kl. 14-16"
    admin.post(reverse(ADD), typed.activity(schedule_text="", times=words, **{"action-publish": "1"}))
    first, second = Activity.objects.get().schedules.order_by("rrule")
    assert (first.rrule, first.starts_on.isoformat(), first.minutes) == ("", "2030-12-03", 120)
    assert (second.rrule, second.not_in) == ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ("skoleferier",))


def test_the_same_words_again_make_no_second_row(admin: Client):
    admin.post(reverse(ADD), typed.activity(times="den 3. december 2030 kl. 14-16", **{"action-publish": "1"}))
    entry = Activity.objects.get()
    row = entry.schedules.get()
    posted = typed.activity(times="den 3. december 2030 kl. 14-16", **{"action-publish": "1"})
    line = {"starts_on": "2030-12-03", "starts_at": "14:00", "minutes": "120", "rrule": "", "exdates": ""}
    posted |= {f"schedules-0-{name}": value for name, value in line.items()}
    posted |= {"schedules-0-id": row.pk, "schedules-TOTAL_FORMS": 1, "schedules-INITIAL_FORMS": 1}
    assert admin.post(reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk]), posted).status_code == 302
    assert entry.schedules.count() == 1


def test_words_that_are_not_understood_are_said_and_kept(admin: Client):
    page = admin.post(reverse(ADD), typed.activity(times="hver blåmandag kl. 10-12")).content.decode()
    assert "Vi forstod ikke »blåmandag«" in page
    assert ">\nhver blåmandag kl. 10-12</textarea>" in page
    assert not Activity.objects.exists()


def test_what_saves_by_itself_leaves_the_words_to_be_saved(admin: Client):
    posted = typed.activity(times="hver tirsdag kl. 10-12")
    answer = admin.post(reverse(ADD), posted, HTTP_ACCEPT="application/json")
    assert answer.status_code == 400
    assert not Activity.objects.exists()


def test_next_dates_are_shown_at_once(admin: Client):
    words = "den 3. december 2030 kl. 14-16"
    times = admin.post(reverse(ON_ADD), typed.activity(times=words, schedules=[])).json()["times"]
    assert "Tirsdag 3. december 2030 kl. 14-16" in times
    assert 'data-prefix="schedules"' in times
    wrong = admin.post(reverse(ON_ADD), typed.activity(times="når det passer kl. 10-11")).json()["times"]
    assert "Vi forstod ikke »når«, »passer«" in wrong
    assert 'data-prefix="schedules"' not in wrong


def test_pauses_without_a_calendar_are_told_of(admin: Client):
    times = admin.post(reverse(ON_ADD), typed.activity(times="hver dag kl. 9-10, ikke i skoleferier")).json()["times"]
    assert "ingen feriekalender" in times


def test_answers_of_the_place_can_be_copied(admin: Client):
    venue = VenueFactory(accessibility={"elevator": True, "teleslynge": False})
    own = [{"feature": "elevator", "holds": "False", "note": ""}]
    posted = typed.activity(venue=venue, accessibility_answers=own)
    shown = html.unescape(admin.post(reverse(ON_ADD), posted).json()["accessibility"])
    assert "Elevator: <strong>Ja" in shown
    rows = json.loads(shown.partition('data-rows="')[2].partition('">')[0])
    assert rows == [{"feature": "teleslynge", "holds": "False", "note": ""}]


def test_what_resembles_it_is_told_of_with_a_link_and_does_not_stop_it(admin: Client):
    venue = VenueFactory()
    twin = ActivityFactory(title="Gåtur på Røsnæs", venue=venue)
    assert "hedder næsten det samme" in admin.post(reverse(ON_ADD), typed.activity(venue=venue)).json()["similar"]
    page = admin.post(reverse(ADD), typed.activity(venue=venue), follow=True).content.decode()
    assert Activity.objects.count() == 2
    assert "hedder næsten det samme" in page
    assert reverse("wagtailsnippets_catalogue_activity:edit", args=[twin.pk]) in page


@pytest.mark.parametrize(("mode", "words"), [("", "Bare mød op"), ("card", "i en liste"), ("paper", "Kom og vær med.")])
def test_each_way_of_meeting_it_can_be_previewed(admin: Client, mode: str, words: str):
    entry = ActivityFactory()
    address = reverse("wagtailsnippets_catalogue_activity:preview_on_edit", args=[entry.pk])
    posted = typed.activity(organisation=entry.organisation, venue=entry.venue, summary="Kom og vær med.")
    assert admin.post(address, posted).json()["is_valid"]
    page = admin.get(address, {"mode": mode})
    assert page.status_code == 200
    assert words in page.content.decode()
