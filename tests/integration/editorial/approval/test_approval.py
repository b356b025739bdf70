"""What was submitted is read field by field and decided where it stands, one by one or several in one go."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import TaskState

from accounts.models import User
from accounts.roles import Role
from catalogue.comparing.differences import differences
from catalogue.models import Activity, DateException, Schedule
from tests.factories.accounts import user_with
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    InterestFactory,
    OrganisationFactory,
    ScheduleFactory,
)
from tests.integration.rights.people import Place, make_place, responsible

LIST = reverse("godkendelser:index")


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


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in(user_with(Role.EDITOR))


def submit(activity: Activity, by: User | None = None, **values: object) -> TaskState:
    draft = Activity.objects.get(pk=activity.pk)
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=by)
    draft.get_workflow().start(draft, user=by)
    return TaskState.objects.for_instance(draft).get(status=TaskState.STATUS_IN_PROGRESS)


def post(client: Client, *states: TaskState, **data: object):
    seen = {f"seen-{state.pk}": state.revision_id for state in states}
    return client.post(LIST, seen | data, follow=True)


def fresh(activity: Activity) -> Activity:
    return Activity.objects.get(pk=activity.pk)


def test_the_list_says_what_is_new_and_who_sent_it(editor: Client):
    writer = user_with(Role.ASSOCIATION, first_name="Frida", last_name="Forening")
    submit(ActivityFactory(title="Krolf"), by=writer, title="Krolf for alle", status="pause")
    page = editor.get(LIST).content.decode()
    for words in ("Krolf for alle", "Frida Forening", "Titel", "Status", "I gang", "På pause", "Send tilbage"):
        assert words in page
    assert "Beskrivelse" not in page


def test_it_is_approved_where_it_stands(editor: Client):
    activity = ActivityFactory(title="Krolf")
    state = submit(activity, title="Krolf for alle")
    said = post(editor, state, approve=state.pk).content.decode()
    assert "»Krolf for alle« er godkendt" in said
    assert fresh(activity).title == "Krolf for alle"
    assert "Der er ikke noget, der venter" in said


def test_several_are_approved_in_one_go(editor: Client):
    activities = [ActivityFactory() for _ in range(10)]
    states = [submit(activity, summary="Nyt") for activity in activities]
    said = post(editor, *states, ticked=[state.pk for state in states]).content.decode()
    assert "10 er godkendt" in said
    assert {fresh(activity).summary for activity in activities} == {"Nyt"}


def test_it_is_sent_back_with_a_comment_and_never_without(editor: Client):
    activity = ActivityFactory()
    state = submit(activity, summary="Nyt")
    said = post(editor, state, reject=state.pk).content.decode()
    assert "Skriv, hvad der skal rettes" in said
    said = post(editor, state, reject=state.pk, **{f"comment-{state.pk}": "Skriv hvornår."}).content.decode()
    assert "er sendt tilbage" in said
    state.refresh_from_db()
    assert (state.status, state.comment) == (TaskState.STATUS_REJECTED, "Skriv hvornår.")
    assert fresh(activity).summary != "Nyt"


def test_what_was_typed_elsewhere_on_the_page_is_not_lost(editor: Client):
    first, second = submit(ActivityFactory(), summary="Nyt"), submit(ActivityFactory(), summary="Nyt")
    said = post(editor, first, second, reject=first.pk, **{f"comment-{second.pk}": "Halvt skrevet"})
    assert "Halvt skrevet" in said.content.decode()


def test_what_was_changed_while_somebody_read_it_is_not_approved_unseen(editor: Client):
    activity = ActivityFactory()
    state = submit(activity, summary="Nyt")
    later = fresh(activity).get_latest_revision_as_object()
    later.summary = "Noget helt andet"
    later.save_revision()
    assert "Den er rettet, mens du læste" in post(editor, state, approve=state.pk).content.decode()
    assert fresh(activity).summary != "Noget helt andet"


def test_two_who_decide_at_once_are_told(editor: Client):
    state = submit(ActivityFactory(), summary="Nyt")
    post(editor, state, approve=state.pk)
    assert "Måske har en anden været her" in post(editor, state, approve=state.pk).content.decode()


def test_each_decides_only_what_is_theirs(own: Place, foreign: Place):
    state = submit(foreign.activity, title="Fremmed")
    local = signed_in(responsible(Role.LOCAL_EDITOR, own))
    association = signed_in(responsible(Role.ASSOCIATION, foreign))
    for client in (local, association):
        assert "Fremmed" not in client.get(LIST).content.decode()
        post(client, state, approve=state.pk)
        assert fresh(foreign.activity).title != "Fremmed"
    here = signed_in(responsible(Role.LOCAL_EDITOR, foreign))
    assert "Fremmed" in here.get(LIST).content.decode()


@pytest.mark.parametrize("typed", ["x", "", "9" * 30, "-1"])
def test_a_made_up_number_decides_nothing(editor: Client, typed: str):
    assert editor.post(LIST, {"approve": typed, f"seen-{typed}": typed}, follow=True).status_code == 200


def test_the_list_is_bounded(editor: Client):
    counts = []
    for more in (10, 10, 20):
        for _ in range(more):
            submit(ActivityFactory(), summary="Nyt")
        with CaptureQueriesContext(connection) as asked:
            page = editor.get(LIST)
        counts.append(len(asked))
    assert len(page.context["things"]) == 10
    assert counts[1] == counts[2], counts
    assert counts[1] <= 25 + 10 * 18


def test_every_kind_of_field_is_said_in_words(db: None):
    here, there = AreaFactory(name="Korsør"), AreaFactory(name="Skælskør")
    old = ActivityFactory(areas=[here], interests=["sang"], delivery=("fremmoede",), price_dkk=0)
    schedule = ScheduleFactory(activity=old)
    old = Activity.objects.get(pk=old.pk)
    new = Activity.objects.get(pk=old.pk)
    new.areas = [there]
    new.interests.set([InterestFactory(name="gåture")])
    new.delivery = ("fremmoede", "udendoers")
    new.organisation = OrganisationFactory(name="Ældre Sagen")
    new.verified_on = datetime.date(2026, 11, 2)
    new.schedules = [
        Schedule(starts_on=schedule.starts_on, starts_at=datetime.time(14), minutes=60, rrule="FREQ=WEEKLY;BYDAY=MO")
    ]
    new.date_exceptions = [DateException(original_date=datetime.date(2026, 12, 24), kind="aflyst", reason="Jul.")]
    found = {one.label: one for one in differences(old, new)}
    assert (found["Områder"].added, found["Områder"].removed) == (("Skælskør",), ("Korsør",))
    assert (found["Interesser"].added, found["Interesser"].removed) == (("gåture",), ("sang",))
    assert (found["Sådan foregår det"].added, found["Sådan foregår det"].removed) == (("Ude i det fri",), ())
    assert (found["Arrangør"].old, found["Arrangør"].new) == (str(old.organisation), "Ældre Sagen")
    assert (found["Sidst bekræftet"].old, found["Sidst bekræftet"].new) == ("01.10.2026", "02.11.2026")
    assert found["Tidspunkter"].removed == ("Hver mandag kl. 10-12",)
    assert found["Tidspunkter"].added == ("Hver mandag kl. 14-15",)
    assert found["Aflyste og flyttede gange"].added == ("24.12.2026: Aflyst. Jul.",)
    assert len(found) == 7


def test_a_new_entry_says_all_that_it_has(db: None):
    labels = {one.label for one in differences(None, ActivityFactory(description="Vi synger."))}
    assert {"Titel", "Beskrivelse", "Arrangør", "Områder"} <= labels
    assert "Til alder" not in labels
