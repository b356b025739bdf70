"""What the form says while somebody writes in it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from catalogue.models import Activity
from tests.factories.catalogue import ActivityFactory, ResponsibilityFactory
from tests.factories.desk import somebody

from . import typed

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
