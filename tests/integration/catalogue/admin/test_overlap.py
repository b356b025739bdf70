"""Two who edit the same entry at once lose nothing."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from catalogue.models import Activity
from tests.factories.accounts import user_with
from tests.factories.catalogue import AreaFactory

from . import typed


def address(activity: Activity) -> str:
    return reverse("wagtailsnippets_catalogue_activity:edit", args=[activity.pk])


def at_work(name: str) -> Client:
    client = Client()
    client.force_login(user_with(Role.EDITOR, first_name=name, last_name=""))
    return client


@pytest.fixture
def rikke(db: None) -> Client:
    return at_work("Rikke")


@pytest.fixture
def lars(db: None) -> Client:
    return at_work("Lars")


@pytest.fixture
def data() -> dict:
    return typed.activity(title="Krolf", slug="krolf")


@pytest.fixture
def activity(rikke: Client, data: dict) -> Activity:
    rikke.post(reverse("wagtailsnippets_catalogue_activity:add"), data | {"action-publish": "1"})
    return Activity.objects.get()


def opened(client: Client, activity: Activity) -> dict[str, str]:
    """What the form says about where it begins."""
    return hidden(client.get(address(activity)).content.decode())


def hidden(page: str) -> dict[str, str]:
    names = ("loaded_revision_id", "loaded_revision_created_at")
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in names}


def newest(activity: Activity) -> Activity:
    return Activity.objects.get(pk=activity.pk).get_latest_revision_as_object()


def test_one_alone_is_asked_nothing(rikke: Client, activity: Activity, data: dict):
    began = opened(rikke, activity)
    assert rikke.post(address(activity), data | began | {"title": "Krolf nu"}).status_code == 302
    assert newest(activity).title == "Krolf nu"


def test_the_second_is_told_what_the_first_saved_and_keeps_what_was_typed(
    rikke: Client, lars: Client, activity: Activity, data: dict
):
    hers, his = opened(rikke, activity), opened(lars, activity)
    rikke.post(address(activity), data | hers | {"title": "Krolf i parken", "price_text": "20 kr."})
    typed_by_him = data | his | {"title": "Krolf for alle", "summary": "Kom bare."}
    answer = lars.post(address(activity), typed_by_him)
    assert answer.status_code == 200
    page = answer.content.decode()
    for words in ("Rikke gemte den", "Krolf i parken", "20 kr.", "Du har også rettet det", "står nu også i dit felt"):
        assert words in page
    form = answer.context["form"]
    assert (form["title"].value(), form["summary"].value()) == ("Krolf for alle", "Kom bare.")
    assert form["price_text"].value() == "20 kr."
    assert newest(activity).title == "Krolf i parken"
    merged = typed_by_him | hidden(page) | {"price_text": "20 kr."}
    assert lars.post(address(activity), merged).status_code == 302
    after = newest(activity)
    assert (after.title, after.summary, after.price_text) == ("Krolf for alle", "Kom bare.", "20 kr.")


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_it_is_asked_whatever_is_pressed(rikke: Client, lars: Client, activity: Activity, data: dict, action: str):
    hers, his = opened(rikke, activity), opened(lars, activity)
    rikke.post(address(activity), data | hers | {"title": "Krolf i parken", "action-publish": "1"})
    assert lars.post(address(activity), data | his | {"title": "Nej", action: "1"}).status_code == 200
    assert Activity.objects.get().title == "Krolf i parken"


def test_fields_of_every_kind_follow_when_they_were_not_touched(
    rikke: Client, lars: Client, activity: Activity, data: dict
):
    hers, his = opened(rikke, activity), opened(lars, activity)
    other = AreaFactory(name="Skælskør")
    changes = {
        "areas": [other.pk],
        "delivery": ["telefon"],
        "verified_on": "2026-11-20",
        "status": "pause",
        "age_min": "60",
        "price_dkk": "20,50",
    }
    rikke.post(address(activity), data | hers | changes)
    assert newest(activity).age_min == 60
    form = lars.post(address(activity), data | his | {"summary": "Kom bare."}).context["form"]
    assert form.is_valid(), form.errors
    said = form.cleaned_data
    assert list(said["areas"]) == [other]
    assert (list(said["delivery"]), said["status"], said["age_min"]) == (["telefon"], "pause", 60)
    assert (said["verified_on"], str(said["price_dkk"])) == (datetime.date(2026, 11, 20), "20.50")
    assert said["summary"] == "Kom bare."


def test_the_line_ends_of_a_browser_are_no_change(rikke: Client, lars: Client, activity: Activity, data: dict):
    Activity.objects.update(description="Kom.\nVær med.")
    changed = newest(activity)
    changed.save_revision().publish()
    hers, his = opened(rikke, activity), opened(lars, activity)
    posted = data | {"description": "Kom.\r\nVær med."}
    rikke.post(address(activity), posted | hers | {"price_text": "20 kr."})
    answer = lars.post(address(activity), posted | his | {"title": "Krolf for alle"})
    assert [one.difference.name for one in answer.context["overlap"].fields] == ["price_text"]
    rikke.post(address(activity), posted | opened(rikke, activity) | {"description": "Noget nyt."})
    answer = lars.post(address(activity), posted | hidden(answer.content.decode()) | {"title": "Krolf for alle"})
    assert answer.context["form"]["description"].value() == "Noget nyt."


def test_a_draft_that_lacks_things_is_not_asked_for_them_now(
    rikke: Client, lars: Client, activity: Activity, data: dict
):
    hers, his = opened(rikke, activity), opened(lars, activity)
    rikke.post(address(activity), data | hers | {"title": "Krolf i parken"})
    answer = lars.post(address(activity), data | his | {"summary": ""})
    assert "summary" not in answer.context["form"].errors


def test_ones_own_other_window_is_called_that(rikke: Client, activity: Activity, data: dict):
    first, second = opened(rikke, activity), opened(rikke, activity)
    rikke.post(address(activity), data | first | {"title": "Krolf i parken"})
    page = rikke.post(address(activity), data | second | {"title": "Krolf"}).content.decode()
    assert "Du har selv gemt den et andet sted" in page


@pytest.mark.parametrize("began", ["0", "x", "9" * 30])
def test_a_form_that_began_with_what_nobody_knows_is_led_to_the_history(
    lars: Client, activity: Activity, data: dict, began: str
):
    page = lars.post(address(activity), data | {"loaded_revision_id": began, "title": "Nej"}).content.decode()
    assert "Se i historikken" in page
    assert newest(activity).title == "Krolf"
