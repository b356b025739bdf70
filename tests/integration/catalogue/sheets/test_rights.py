"""A file does no more than the one who reads it in may do by hand."""

from __future__ import annotations

import pytest

from accounts.roles import Role
from catalogue.actions.try_import import ChangedMeanwhile, carry_out, planned, try_import
from catalogue.models import Activity, Organisation, Venue
from catalogue.models.sheet_import import ImportState, Outcome
from catalogue.sheets.writing import csv_of
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ResponsibilityFactory
from tests.factories.spreadsheets import delimited, good_row


def somebody(role: Role, **responsibility):
    user = user_with(role)
    ResponsibilityFactory(user=user, **responsibility)
    return user


@pytest.fixture
def association(town):
    return somebody(Role.ASSOCIATION, organisation=Organisation.objects.get(slug="sangvennerne"))


def planned_rows(rows, by):
    return planned(delimited(rows), by)[0].rows


def only(rows, by):
    [row] = planned_rows(rows, by)
    return row


def test_association_writes_drafts_that_wait_for_approval(association):
    kept = try_import(content=delimited([good_row()]), file_name="a.csv", by=association)
    assert [(row.outcome, row.publishes) for row in kept.rows.all()] == [("ny", False)]
    carry_out(kept=kept, only_good=False, by=association)
    activity = Activity.objects.get()
    assert not activity.live
    assert activity.workflow_in_progress
    again = only([good_row()], association)
    assert again.outcome == Outcome.UNCHANGED


def test_what_waits_for_approval_is_not_changed(association):
    carry_out(
        kept=try_import(content=delimited([good_row()]), file_name="a.csv", by=association),
        only_good=False,
        by=association,
    )
    row = only([good_row(Status="På pause")], association)
    assert [message for _heading, message in row.problems] == [
        "Aktiviteten venter på godkendelse og kan ikke rettes imens."
    ]


def test_a_live_entry_stays_as_it_is_until_the_draft_is_approved(association, town):
    activity = ActivityFactory(organisation=Organisation.objects.get(slug="sangvennerne"), areas=[town], title="Kor")
    activity.save_revision().publish()
    content = csv_of(Activity.objects.all(), by=association).decode("utf-8-sig").replace(";Kor;", ";Stort kor;")
    kept = try_import(content=content.encode(), file_name="a.csv", by=association)
    carry_out(kept=kept, only_good=False, by=association)
    activity.refresh_from_db()
    assert activity.title == "Kor"
    assert activity.get_latest_revision_as_object().title == "Stort kor"
    # What is fetched now is the draft, so that reading it in again takes nothing back.
    assert "Stort kor" in csv_of(Activity.objects.all(), by=association).decode("utf-8-sig")


def test_trusted_association_publishes(town):
    user = somebody(Role.ASSOCIATION, organisation=Organisation.objects.get(slug="sangvennerne"), trusted=True)
    assert only([good_row()], user).publishes


def test_others_organisation_is_refused(association):
    OrganisationFactory(name="Skakklubben")
    row = only([good_row(Arrangør="Skakklubben")], association)
    assert [heading for heading, _message in row.problems] == ["Arrangør"]
    assert "anden arrangør" in row.problems[0][1]


def test_others_activity_is_refused_and_says_nothing_of_itself(association, town):
    ActivityFactory(slug="hemmelig", title="Hemmelig", live=False, areas=[town])
    row = only([good_row(Nøgle="hemmelig", Titel="Min nu")], association)
    assert row.outcome == Outcome.REFUSED
    assert "hører til en anden" in row.problems[0][1]
    assert row.changes == []
    assert row.title == "Min nu"


def test_local_editor_keeps_to_the_area(town):
    user = somebody(Role.LOCAL_EDITOR, area=town)
    AreaFactory(name="Skælskør")
    assert only([good_row()], user).publishes
    row = only([good_row(Områder="Skælskør")], user)
    assert [heading for heading, _message in row.problems] == ["Områder"]


def test_centre_staff_keeps_to_the_venue(town):
    user = somebody(Role.CENTRE_STAFF, venue=Venue.objects.get(slug="biblioteket"))
    assert only([good_row()], user).publishes
    row = only([good_row(Sted="")], user)
    assert [heading for heading, _message in row.problems] == ["Sted"]


def test_what_lacks_a_contact_is_not_published(editor, town):
    Organisation.objects.update(phone="", email="")
    row = only([good_row(Telefon="", **{"Sådan kommer man med": "Ring"})], editor)
    assert [heading for heading, _message in row.problems] == ["Telefon"]


def test_locked_entry_and_unpublished_draft_stand_in_the_way(editor, town):
    locked = ActivityFactory(title="Låst", areas=[town], locked=True)
    draft = ActivityFactory(title="Kladde", areas=[town])
    draft.title = "Kladde to"
    draft.save_revision()
    content = csv_of(Activity.objects.all(), by=editor).decode("utf-8-sig").replace("Kom og vær med.", "Kom nu.")
    problems = {row.title: row.problems[0][1] for row in planned(content.encode(), editor)[0].rows}
    assert "låst" in problems["Låst"]
    assert "kladde" in problems["Kladde"]
    assert locked.pk


def test_others_later_changes_are_not_overwritten(editor, town):
    activity = ActivityFactory(title="Kor", areas=[town])
    activity.save_revision(user=editor).publish()
    content = csv_of(Activity.objects.all(), by=editor).decode("utf-8-sig").replace(";Kor;", ";Stort kor;").encode()
    activity.summary = "Rettet af en anden."
    activity.save_revision(user=user_with(Role.EDITOR)).publish()
    [row] = planned(content, editor)[0].rows
    assert "rettet af en anden" in row.problems[0][1]


def test_trial_that_no_longer_holds_is_made_anew_and_nothing_is_written(editor, town):
    activity = ActivityFactory(title="Kor", areas=[town], slug="kor", schedule_text="Hver tirsdag")
    content = delimited([{"Nøgle": "kor", "Titel": "Stort kor"}])
    kept = try_import(content=content, file_name="a.csv", by=editor)
    activity.title = "Lille kor"
    activity.save_revision(user=editor).publish()
    with pytest.raises(ChangedMeanwhile):
        carry_out(kept=kept, only_good=False, by=editor)
    activity.refresh_from_db()
    assert activity.title == "Lille kor"
    kept.refresh_from_db()
    assert kept.state == ImportState.TRIED
    assert kept.rows.get().changes == [["Titel", "Lille kor", "Stort kor"]]
    carry_out(kept=kept, only_good=False, by=editor)
    activity.refresh_from_db()
    assert activity.title == "Stort kor"
    assert activity.summary == "Kom og vær med."


def test_nobody_sees_anothers_file(client, editor, association):
    kept = try_import(content=delimited([good_row()]), file_name="a.csv", by=editor)
    client.force_login(association)
    assert client.get(f"/admin/ind-og-ud/{kept.pk}/").status_code == 404
    assert client.get(f"/admin/ind-og-ud/{kept.pk}/afviste.xlsx").status_code == 404
    assert client.get("/admin/ind-og-ud/").status_code == 200
    client.force_login(user_with(Role.FRONT_LINE))
    assert client.get("/admin/ind-og-ud/").status_code != 200
