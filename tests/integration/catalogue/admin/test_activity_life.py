"""An activity from its first draft to its end, by the requests an editor's browser sends."""

from __future__ import annotations

import datetime

import pytest
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalogue.models import Activity
from tests.factories.accounts import UserFactory

from . import typed

PUBLISH = {"action-publish": "1"}


def address(name: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_catalogue_activity:{name}", args=args)


def shown(form: ModelForm) -> typed.Posted:
    """What the browser sends back when nothing in the form is touched."""
    forms = [form, *(f for rows in form.formsets.values() for f in (rows.management_form, *rows.forms))]
    values = {field.html_name: field.value() for part in forms for field in part}
    return {name: _plain(value) for name, value in values.items() if value is not None and value is not False}


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple, QuerySet)):
        return [getattr(item, "pk", item) for item in value]
    return value


@pytest.fixture
def data(db: None) -> typed.Posted:
    return typed.activity()


@pytest.fixture
def activity(admin: Client, data: typed.Posted) -> Activity:
    """A published activity, made through the form."""
    admin.post(address("add"), data | PUBLISH)
    return Activity.objects.get()


def edit(admin: Client, activity: Activity, data: typed.Posted) -> HttpResponse:
    response = admin.post(address("edit", activity.pk), data)
    activity.refresh_from_db()
    return response


def test_a_draft_is_kept_from_citizens_until_it_is_published(admin: Client, data: typed.Posted):
    assert admin.post(address("add"), data).status_code == 302
    activity = Activity.objects.get()
    assert not activity.live
    assert not Activity.objects.published().exists()

    edit(admin, activity, data | PUBLISH | {"title": "Gåtur ved fjorden"})
    assert activity.live
    assert activity.title == "Gåtur ved fjorden"
    assert Activity.objects.published().get() == activity


def test_the_form_shows_what_was_saved(admin: Client, activity: Activity):
    page = admin.get(address("edit", activity.pk))
    assert page.status_code == 200
    assert "Vi går en tur sammen hver tirsdag." in page.content.decode()


def test_an_edit_of_a_published_entry_waits_as_a_draft_and_is_shown_when_compared(
    admin: Client, activity: Activity, data: typed.Posted
):
    edit(admin, activity, data | {"summary": "Vi går hver onsdag.", "languages": ["da", "ar"], "age_min": "60"})
    assert activity.summary == "Vi går en tur sammen hver tirsdag."
    assert activity.has_unpublished_changes
    page = admin.get(address("revisions_compare", activity.pk, "live", "latest")).content.decode()
    for words in ("onsdag", "Kort fortalt", "Sprog", "Fra alder"):
        assert words in page


def test_an_earlier_version_can_be_taken_back(admin: Client, activity: Activity, data: typed.Posted):
    first = activity.revisions.earliest("created_at")
    edit(admin, activity, data | PUBLISH | {"summary": "Noget forkert."})
    page = admin.get(address("revisions_revert", activity.pk, first.pk))
    assert "Vi går en tur sammen hver tirsdag." in page.content.decode()
    assert admin.get(address("history", activity.pk)).status_code == 200


def test_a_locked_entry_is_not_changed_by_others(admin: Client, activity: Activity, data: typed.Posted):
    admin.post(address("lock", activity.pk))
    other = Client()
    other.force_login(UserFactory(is_superuser=True))
    response = edit(other, activity, data | PUBLISH | {"summary": "Taget over."})
    assert response.status_code == 200
    assert activity.summary != "Taget over."
    admin.post(address("unlock", activity.pk))
    edit(other, activity, data | PUBLISH | {"summary": "Taget over."})
    assert activity.summary == "Taget over."


def test_a_planned_publication_waits_and_can_be_called_off(admin: Client, data: typed.Posted):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    admin.post(address("add"), data | PUBLISH | {"go_live_at": tomorrow.strftime("%Y-%m-%d %H:%M")})
    activity = Activity.objects.get()
    assert not activity.live
    assert activity.approved_schedule
    assert "Planlagt" in admin.get(address("list")).content.decode()
    admin.post(address("revisions_unschedule", activity.pk, activity.scheduled_revision.pk))
    assert not Activity.objects.get().approved_schedule


def test_an_entry_that_was_taken_down_is_gone_for_citizens_and_kept_for_editors(admin: Client, activity: Activity):
    assert admin.get(address("unpublish", activity.pk)).status_code == 200
    admin.post(address("unpublish", activity.pk))
    activity.refresh_from_db()
    assert not activity.live
    assert not Activity.objects.published().exists()


def test_an_activity_can_be_deleted(admin: Client, activity: Activity):
    assert admin.get(address("delete", activity.pk)).status_code == 200
    admin.post(address("delete", activity.pk))
    assert not Activity.objects.exists()


def test_a_copy_begins_as_a_draft_with_an_address_and_rows_of_its_own(admin: Client, data: typed.Posted):
    rows = {"starts_on": "2026-11-24", "starts_at": "10:00", "minutes": "60", "rrule": "", "exdates": ""}
    admin.post(address("add"), typed.activity(schedules=[rows]) | PUBLISH)
    activity = Activity.objects.get()
    form = admin.get(address("copy", activity.pk)).context["form"]
    response = admin.post(address("add"), shown(form))
    assert response.status_code == 302
    copy = Activity.objects.exclude(pk=activity.pk).get()
    assert (copy.title, copy.slug, copy.live) == (activity.title, "gaatur-paa-roesnaes-2", False)
    assert copy.verified_on is None
    assert copy.uuid != activity.uuid
    assert copy.schedules.count() == activity.schedules.count() == 1


def test_the_browser_saves_a_draft_by_itself_and_hears_what_is_wrong(admin: Client, data: typed.Posted):
    quiet = {"HTTP_ACCEPT": "application/json"}
    saved = admin.post(address("add"), data, **quiet)
    assert saved.json()["success"] is True
    refused = admin.post(address("add"), data | {"age_min": "9", "age_max": "8"}, **quiet)
    assert refused.json()["success"] is False
    assert Activity.objects.count() == 1
