"""Opening a referral, its steps, handing it over, closing it."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from accounts.roles import Role
from referral.actions.changing import NotAllowed, Outdated
from referral.actions.close_referral import close_referral
from referral.actions.hand_over import hand_over
from referral.actions.open_referral import open_referral
from referral.actions.record_read import record_read
from referral.actions.set_next_date import set_next_date
from referral.actions.step_referral import step_referral
from referral.actions.write_note import write_note
from referral.life.choices import AgeSpan, CloseReason, ConsentKind, DeclineReason, Event, ReadKind, State
from referral.models import AppendOnly, Referral, ReferralStep
from referral.needs import Needs
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral_cases import ReferralFactory, contact_for

pytestmark = pytest.mark.django_db
NEEDS = Needs(age=78, misses=("gruppe",), likes=("Musik og sang",), barriers=("hoerer_daarligt",), when=("formiddag",))
CONTACT = {"first_name": "Gudrun", "phone": "58 12 34 56", "way": "telefon"}


def opened(case, **changes):
    values = {
        "activities": [case.activity, ActivityFactory()],
        "unit": case.unit,
        "area": case.area,
        "needs": NEEDS,
        "consents": [ConsentKind.REFERRED, ConsentKind.CONTACTED],
        "contact": CONTACT,
        "note": "Vil gerne synge.",
        "by": case.referrer,
        "now": timezone.now(),
    }
    return open_referral(**{**values, **changes})


def step(entry, to, by, **changes):
    version = Referral.objects.get(pk=entry.referral_id).version
    values = {"entry": entry, "to": to, "by": by, "version": version, "now": timezone.now(), **changes}
    return step_referral(**values)


def test_opened_referral_has_what_was_said_and_no_more(case):
    referral = opened(case)
    kept = Referral.objects.get(code=referral.code)
    assert (kept.owner, kept.referrer, kept.referrer_kind) == (case.referrer, case.referrer, case.unit.kind)
    assert kept.age_span == AgeSpan.FROM_75
    assert [entry.state for entry in kept.entries.all()] == [State.NEW, State.NEW]
    assert kept.contact.first_name == "Gudrun"
    assert {consent.kind for consent in kept.consents.all()} == {"henvises", "kontaktes"}
    assert all(consent.wording.startswith("Ja, ") and consent.wording_version for consent in kept.consents.all())
    needs = kept.needs
    assert (needs.misses, needs.likes, needs.barriers) == (NEEDS.misses, NEEDS.likes, NEEDS.barriers)
    assert (needs.age, needs.area) == (80, case.area.slug), "a span, not the age"
    line = kept.steps.get()
    assert (line.event, line.by, line.note) == (Event.OPENED, case.referrer, "Vil gerne synge.")


def test_next_date_follows_from_the_settings(case, settings):
    settings.REFERRAL_RECEIVE_DAYS = 4
    assert opened(case).next_on == timezone.localdate() + datetime.timedelta(days=4)


@pytest.mark.parametrize(
    "changes",
    [
        {"consents": []},
        {"consents": [ConsentKind.CONTACTED]},
        {"consents": [ConsentKind.REFERRED]},
        {"activities": []},
    ],
    ids=["no consent", "not to be referred", "contact without consent", "no activity"],
)
def test_nothing_is_opened_without_what_it_takes(case, changes):
    with pytest.raises(ValueError):
        opened(case, **changes)
    assert Referral.objects.count() == 1


def test_only_somebody_of_the_unit_opens_for_it(case):
    for stranger in (case.strangers["another unit"], case.network, case.coordinator, case.association):
        with pytest.raises(NotAllowed):
            opened(case, by=stranger)


def test_nobody_refers_to_what_takes_no_referral_from_them(case):
    case.activity.referrers = ("laege",)
    case.activity.save()
    with pytest.raises(NotAllowed, match="such a unit"):
        opened(case)
    assert Referral.objects.count() == 1


def test_step_changes_state_date_version_and_log(case):
    now = timezone.now()
    row = step(case.entry, State.RECEIVED, case.association, note="Vi ringer i morgen.", now=now)
    case.entry.refresh_from_db()
    assert (case.entry.state, case.entry.since, row.version) == (State.RECEIVED, now, 2)
    line = row.steps.get(event=Event.STEP)
    assert (line.from_state, line.to_state, line.entry) == (State.NEW, State.RECEIVED, case.entry)
    assert (line.by, line.organisation, line.note) == (case.association, case.organisation, "Vi ringer i morgen.")


def test_organisation_answers_by_a_link_without_a_user(case):
    row = step(case.entry, State.RECEIVED, case.organisation)
    line = row.steps.get(event=Event.STEP)
    assert (line.by, line.organisation) == (None, case.organisation)
    with pytest.raises(NotAllowed):
        step(case.other_entry, State.RECEIVED, case.organisation)


def test_date_is_the_earliest_of_what_is_waited_for(case, settings):
    later = timezone.now() + datetime.timedelta(days=1)
    row = step(case.entry, State.RECEIVED, case.network, now=later)
    new = timezone.localdate(case.referral.created_at) + datetime.timedelta(days=settings.REFERRAL_RECEIVE_DAYS)
    assert row.next_on == new, "the other proposal is still new"
    row = step(case.other_entry, State.DECLINED, case.network, reason=DeclineReason.FULL, now=later)
    assert row.next_on == timezone.localdate(later) + datetime.timedelta(days=settings.REFERRAL_CONTACT_DAYS)


def test_who_has_seen_to_it_today_is_not_late_any_more(case):
    much_later = timezone.now() + datetime.timedelta(days=40)
    row = step(case.entry, State.CONTACTED, case.network, now=much_later)
    assert row.next_on == timezone.localdate(much_later) + datetime.timedelta(days=1), "the other proposal is still new"


def test_chosen_date_goes_before_the_rule(case):
    chosen = timezone.localdate() + datetime.timedelta(days=50)
    assert step(case.entry, State.CONTACTED, case.network, next_on=chosen).next_on == chosen


def test_step_that_the_table_lacks_is_refused(case):
    for to, by in ((State.CAME, case.network), (State.RECEIVED, case.referrer), (State.NEW, case.network)):
        with pytest.raises(NotAllowed):
            step(case.entry, to, by)
    with pytest.raises(NotAllowed):
        step(case.other_entry, State.RECEIVED, case.association)
    assert ReferralStep.objects.count() == 0


def test_declining_takes_a_reason_and_shuts_the_organisation_out(case):
    with pytest.raises(ValueError):
        step(case.entry, State.DECLINED, case.association)
    step(case.entry, State.DECLINED, case.association, reason=DeclineReason.FULL)
    case.entry.refresh_from_db()
    assert case.entry.declined_reason == DeclineReason.FULL
    assert not Referral.objects.visible_to(case.association).exists()
    step(case.entry, State.CONTACTED, case.network)
    case.entry.refresh_from_db()
    assert case.entry.declined_reason == ""
    assert Referral.objects.visible_to(case.association).exists()


def test_stale_version_is_refused_with_the_name_of_who_was_first(case):
    step(case.entry, State.RECEIVED, case.network)
    with pytest.raises(Outdated, match="Karen Jensen har ændret henvisningen imens"):
        step(case.entry, State.CONTACTED, case.referrer, version=1)
    case.entry.refresh_from_db()
    assert case.entry.state == State.RECEIVED


def test_handing_over_to_who_can_look_after_it(case):
    now = timezone.now()
    row = hand_over(referral=case.referral, to=case.network, by=case.referrer, version=1, now=now)
    assert (row.owner, row.version) == (case.network, 2)
    assert row.steps.get().event == Event.HANDED_OVER
    for to in (*case.strangers.values(), case.association):
        with pytest.raises(NotAllowed):
            hand_over(referral=case.referral, to=to, by=case.coordinator, version=2, now=now)
    with pytest.raises(NotAllowed):
        hand_over(referral=case.referral, to=case.network, by=case.association, version=2, now=now)


def test_new_owner_is_told_without_a_word_of_the_person(case, mailoutbox, django_capture_on_commit_callbacks):
    now = timezone.now()
    contact_for(case.referral)
    with django_capture_on_commit_callbacks(execute=True):
        hand_over(referral=case.referral, to=case.network, by=case.referrer, version=1, now=now, note="Ring til Gudrun")
    (letter,) = mailoutbox
    assert letter.to == [case.network.email]
    assert f"/henvisninger/{case.referral.code}/" in letter.body
    assert [word for word in ("Gudrun", "58 12 34 56", case.entry.title) if word in letter.subject + letter.body] == []
    with django_capture_on_commit_callbacks(execute=True):
        hand_over(referral=case.referral, to=case.coordinator, by=case.coordinator, version=2, now=now)
    assert len(mailoutbox) == 1, "who takes it knows"


def test_closed_referral_is_over(case):
    now = timezone.now()
    with pytest.raises(NotAllowed):
        close_referral(referral=case.referral, reason=CloseReason.GOES_ON, by=case.association, version=1, now=now)
    row = close_referral(referral=case.referral, reason=CloseReason.GOES_ON, by=case.colleague, version=1, now=now)
    assert (row.closed_at, row.close_reason) == (now, CloseReason.GOES_ON)
    for again in (
        lambda: step(case.entry, State.RECEIVED, case.network),
        lambda: close_referral(referral=case.referral, reason=CloseReason.MOVED, by=case.colleague, version=2, now=now),
        lambda: hand_over(referral=case.referral, to=case.network, by=case.colleague, version=2, now=now),
        lambda: write_note(referral=case.referral, note="Hej", by=case.colleague, now=now),
    ):
        with pytest.raises(NotAllowed):
            again()


def test_next_date_is_not_in_the_past(case):
    today = timezone.localdate()
    values = {"referral": case.referral, "by": case.network, "now": timezone.now()}
    with pytest.raises(ValueError):
        set_next_date(next_on=today - datetime.timedelta(days=1), version=1, **values)
    assert set_next_date(next_on=today, version=1, **values).next_on == today


def test_note_is_written_by_those_with_a_part_in_it(case):
    write_note(referral=case.referral, note="Ringede.", by=case.association, entry=case.entry, now=timezone.now())
    assert case.referral.steps.get().note == "Ringede."
    for stranger in case.strangers.values():
        with pytest.raises(NotAllowed):
            write_note(referral=case.referral, note="Hej", by=stranger, now=timezone.now())


@pytest.mark.parametrize("missing", ["owner", "next_on"])
def test_database_refuses_an_open_referral_without_owner_or_date(case, missing):
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=case.referral.pk).update(**{missing: None})


def test_owner_of_an_open_referral_cannot_be_deleted(case):
    owner = case.network
    hand_over(referral=case.referral, to=owner, by=case.coordinator, version=1, now=timezone.now())
    with pytest.raises(models.ProtectedError):
        owner.delete()
    close_referral(
        referral=case.referral, reason=CloseReason.ENOUGH, by=case.coordinator, version=2, now=timezone.now()
    )
    owner.delete()
    case.referral.refresh_from_db()
    assert case.referral.owner is None


def test_deleted_activity_leaves_its_name(case):
    title = case.activity.title
    case.activity.delete()
    case.entry.refresh_from_db()
    assert (case.entry.activity, case.entry.title, case.entry.organisation) == (None, title, case.organisation)


def test_log_is_written_once(case):
    line = write_note(referral=case.referral, note="Ringede.", by=case.network, now=timezone.now())
    read = record_read(referral=case.referral, kind=ReadKind.CASE, by=case.network, now=timezone.now())
    for row in (line, read):
        with pytest.raises(AppendOnly):
            row.save()
        with pytest.raises(AppendOnly):
            type(row).objects.update(at=timezone.now())
    case.referral.delete()
    assert ReferralStep.objects.count() == 0, "but it goes with the referral"


def test_nobody_is_named_by_a_string(case):
    referral = opened(case)
    for row in (referral, referral.contact, referral.consents.first(), referral.steps.first()):
        assert "Gudrun" not in f"{row} {row!r}" and referral.code not in f"{row} {row!r}"


def test_front_line_without_a_unit_sees_nothing():
    ReferralFactory()
    assert not Referral.objects.visible_to(user_with(Role.FRONT_LINE)).exists()
