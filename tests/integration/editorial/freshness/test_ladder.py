"""One run after another: who is asked, reminded, hidden, and when nobody is."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from catalogue.choices import Status
from catalogue.models import Activity
from editorial.freshness.ladder import plan, run
from editorial.models import FreshnessAgreement, FreshnessLetter, FreshnessRound
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ResponsibilityFactory

from .conftest import days_ago, links_in

pytestmark = pytest.mark.django_db


def test_organisation_is_asked_about_all_its_entries_in_one_mail(organisation, old, climb):
    ActivityFactory(
        title="Fællessang", organisation=organisation, verified_on=days_ago(3), schedule_text="Hver tirsdag"
    )
    ActivityFactory(title="Kladden", organisation=organisation, verified_on=days_ago(300), live=False)
    ActivityFactory(title="Stoppet", organisation=organisation, verified_on=days_ago(300), status=Status.ENDED)
    ActivityFactory(title="Andres", verified_on=days_ago(3))
    done = climb()
    (message,) = mail.outbox
    assert message.to == ["kor@forening.example"]
    assert message.subject == "Passer det stadig? Fællessang og 1 mere"
    assert "Koret på Kanten" in message.body and "Hvornår: Hver tirsdag" in message.body
    assert not {"Kladden", "Stoppet", "Andres"} & set(message.body.splitlines())
    assert len(set(vars(links_in(message, "Fællessang")).values())) == 4
    html = message.alternatives[0].content
    assert "<img" not in html and "Koret på Kanten" in html
    assert (done.asked, done.posted.sent) == (1, 1)


def test_running_again_sends_nothing_more(old, climb):
    climb()
    for days in (0, 0, 13):
        climb(days)
    assert len(mail.outbox) == 1
    assert FreshnessRound.objects.count() == 1


def test_what_is_fresh_is_not_asked_about(organisation, climb):
    ActivityFactory(organisation=organisation, verified_on=days_ago(179))
    climb()
    assert mail.outbox == []
    climb(1)
    assert len(mail.outbox) == 1


def test_reminder_comes_after_two_weeks_with_a_copy_to_the_areas_editor(organisation, old, climb):
    ActivityFactory(title="Fællessang", organisation=organisation, verified_on=days_ago(3))
    parent = AreaFactory()
    area = old.areas.get()
    area.parent = parent
    area.save()
    ResponsibilityFactory(user=user_with(Role.LOCAL_EDITOR, email="lokal@kommune.example"), area=parent)
    ResponsibilityFactory(user=user_with(Role.LOCAL_EDITOR, email="anden@kommune.example"), area=AreaFactory())
    user_with(Role.EDITOR, email="alle@kommune.example")
    climb()
    climb(14)
    reminder = mail.outbox[1]
    assert reminder.subject == "Vi mangler stadig svar: Koret på Kanten"
    assert (reminder.to, reminder.cc) == (["kor@forening.example"], ["lokal@kommune.example"])
    assert "Fællessang" not in reminder.body
    climb(14)
    climb(40)
    assert len(mail.outbox) == 2


def test_copy_goes_to_those_who_edit_it_all_where_nobody_has_the_area(old, climb):
    user_with(Role.EDITOR, email="alle@kommune.example")
    user_with(Role.EDITOR, email="stoppet@kommune.example", is_active=False)
    climb()
    climb(14)
    assert mail.outbox[1].cc == ["alle@kommune.example"]


def test_silence_hides_the_entry_and_deletes_nothing(old, climb):
    climb()
    climb(14)
    climb(14 + 119)
    old.refresh_from_db()
    assert old.live
    done = climb(14 + 120)
    old.refresh_from_db()
    assert (done.hidden, old.live, old.title) == (1, False, "Koret på Kanten")
    assert "freshness.hidden" in ModelLogEntry.objects.values_list("action", flat=True)
    assert climb(14 + 121).hidden == 0


def test_entry_old_for_years_is_hidden_no_sooner_than_the_ladder_says(organisation, climb):
    activity = ActivityFactory(organisation=organisation, verified_on=days_ago(3000))
    climb()
    assert climb(300).hidden == 0
    activity.refresh_from_db()
    assert activity.live
    assert len(mail.outbox) == 2


def test_answered_entry_is_neither_reminded_of_nor_hidden(old, client, climb):
    climb()
    client.post(links_in(mail.outbox[0], old.title).right)
    assert climb(14).closed == 1
    climb(150)
    assert len(mail.outbox) == 1
    climb(181)
    assert len(mail.outbox) == 2


def test_entry_confirmed_in_another_way_closes_the_round(old, climb):
    climb()
    Activity.objects.filter(pk=old.pk).update(verified_on=days_ago(0))
    assert (climb(14).closed, len(mail.outbox)) == (1, 1)


def test_organisation_on_hold_is_left_alone(organisation, old, climb):
    agreement = FreshnessAgreement.objects.create(organisation=organisation, on_hold=True)
    climb()
    assert mail.outbox == []
    agreement.on_hold = False
    agreement.save()
    climb()
    climb(14)
    agreement.on_hold = True
    agreement.save()
    assert climb(300).hidden == 0


def test_mail_goes_to_the_agreed_address_or_those_responsible(old, organisation, climb):
    FreshnessAgreement.objects.create(organisation=organisation, email="kasserer@forening.example")
    other = ActivityFactory(organisation=OrganisationFactory(name="Å", email=""), verified_on=days_ago(200))
    ResponsibilityFactory(
        user=user_with(Role.ASSOCIATION, email="per@forening.example"), organisation=other.organisation
    )
    climb()
    assert [message.to for message in mail.outbox] == [["kasserer@forening.example"], ["per@forening.example"]]


def test_organisation_without_an_address_is_told_of_and_never_hidden(climb):
    ActivityFactory(organisation=OrganisationFactory(name="Uden mail", email=""), verified_on=days_ago(900))
    done = climb()
    assert (done.unreachable, done.asked, mail.outbox) == (["Uden mail"], 0, [])
    assert climb(400).hidden == 0


def test_entry_never_confirmed_counts_from_when_it_was_first_published(organisation, climb):
    activity = ActivityFactory(organisation=organisation, verified_on=None)
    Activity.objects.filter(pk=activity.pk).update(first_published_at=timezone.now() - timedelta(days=10))
    climb()
    assert mail.outbox == []
    climb(171)
    assert "Sidst bekræftet: aldrig" in mail.outbox[0].body


def test_dry_run_changes_nothing_and_names_everything(old, climb):
    planned = plan(timezone.now())
    assert [(one.name, due, to) for one, due, to in planned.ask] == [("Korforeningen", 1, ["kor@forening.example"])]
    assert not FreshnessRound.objects.exists() and mail.outbox == []
    climb()
    assert [one.name for one, _to in plan(timezone.now() + timedelta(days=14)).remind] == ["Korforeningen"]
    climb(14)
    assert plan(timezone.now() + timedelta(days=134)).hide == ["Koret på Kanten (Korforeningen)"]
    assert FreshnessLetter.objects.count() == 2


def test_asking_many_takes_as_many_questions_of_the_database_for_each_letter_as_asking_few():
    """Nothing but sending itself grows: a claim and a mark for each letter."""
    counts = []
    for number in (2, 12):
        for organisation in OrganisationFactory.create_batch(number):
            ActivityFactory.create_batch(2, organisation=organisation, venue=None, areas=[], verified_on=days_ago(200))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            done = run(timezone.now())
        assert done.posted.sent == number
        counts.append(len(asked))
    assert counts[1] - counts[0] == 10 * 2
