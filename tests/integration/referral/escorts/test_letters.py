"""What whoever goes along hears afterwards: that it is changed, called off, or tomorrow."""

from __future__ import annotations

import datetime
import smtplib

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone

from home.letters.actions import send_letters
from home.models import Letter
from referral.actions.arrange_escort import arrange_escort, change_arrangement, move_escort
from referral.actions.close_referral import close_referral
from referral.actions.forget import forget_referral
from referral.actions.step_referral import step_referral
from referral.actions.tell_escort import remind_escorts
from referral.actions.withdraw_consent import withdraw_consent
from referral.escorts.addresses import addresses_of_escort
from referral.escorts.choices import EscortState, Help
from referral.life.choices import CloseReason, ConsentKind, DeclineReason, ForgottenWhy, State
from referral.models import Escort, EscortArrangement, Referral
from tests.factories.catalogue import OrganisationFactory
from tests.factories.referral_cases import UnitFactory, member_of

from .conftest import DOOR

pytestmark = pytest.mark.django_db
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
ESCORT = ["venner@forening.example"]


@pytest.fixture
def agreed(asked):
    """Said yes to yesterday, for three days from now; the first mail is out of the way."""
    EscortArrangement.objects.update(state=EscortState.CONFIRMED, answered_at=timezone.now() - DAY)
    asked.made.refresh_from_db()
    asked.mails.clear()
    return asked


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def with_version(case) -> dict:
    version = Referral.objects.values_list("version", flat=True).get(pk=case.referral.pk)
    return {"by": case.network, "version": version, "now": timezone.now()}


def change(case, **values) -> EscortArrangement:
    given = {"from_where": DOOR, "meets_at": case.made.meets_at, "help_": Help.WALK, **values}
    return change_arrangement(arrangement=case.made, **given, **with_version(case))


def subjects(case) -> list[str]:
    return [mail.subject for mail in case.mails]


def test_another_place_is_told_and_the_yes_stands(agreed, committed, fresh):
    with committed():
        change(agreed, from_where="Ved kirken")
    assert subjects(agreed) == ["En aftale om følgeskab er ændret"] and agreed.mails[0].to == ESCORT
    assert "Svar også" not in agreed.mails[0].body and "kirken" not in agreed.mails[0].body
    assert fresh().state == EscortState.CONFIRMED and fresh().from_where == "Ved kirken"


def test_another_time_is_asked_anew(agreed, committed, fresh):
    with committed():
        change(agreed, meets_at=agreed.made.meets_at + HOUR)
    assert "Svar også" in agreed.mails[0].body
    assert (fresh().state, fresh().answered_at) == (EscortState.ASSIGNED, None)


def test_nothing_changed_is_nothing_told(agreed, committed, fresh):
    with committed():
        change(agreed)
    assert not agreed.mails and fresh().version == agreed.made.version


def test_the_page_to_change_it_tells(agreed, client, committed, fresh):
    client.force_login(agreed.network)
    page = f"/henvisninger/foelgeskab/{agreed.referral.code}/1/ret/"
    assert DOOR in client.get(page).content.decode()
    here = timezone.localtime(agreed.made.meets_at)
    typed = {"day": here.date().isoformat(), "clock": "14.00", "help_": Help.BUS, "from_where": "Ved kirken"}
    outdated = client.post(page, {**typed, "version": 99})
    assert outdated.status_code == 409 and "Ved kirken" in outdated.content.decode()
    assert client.post(page, {**typed, "clock": "snart", "version": 1}).status_code == 422
    agreed.referral.refresh_from_db()
    with committed():
        assert client.post(page, {**typed, "version": agreed.referral.version}).status_code == 302
    assert (fresh().help, fresh().from_where, fresh().state) == (Help.BUS, "Ved kirken", EscortState.ASSIGNED)
    assert len(agreed.mails) == 1


@pytest.mark.parametrize("who", ["another unit", "another area's network worker", "own organisation"])
def test_strangers_change_nothing(agreed, client, who):
    client.force_login(agreed.association if who == "own organisation" else agreed.strangers[who])
    page = f"/henvisninger/foelgeskab/{agreed.referral.code}/1/ret/"
    assert client.get(page).status_code == 404 and client.post(page, {"version": 1}).status_code == 404


@pytest.mark.parametrize("how", ["another", "nothing", "declined", "talked", "closed", "forgotten", "withdrawn"])
def test_what_is_called_off_is_told_once_with_its_time(agreed, committed, how, ledger):
    referral, now = agreed.referral, timezone.now()
    agreed.entry.refresh_from_db()
    with committed():
        if how in ("another", "nothing"):
            to = EscortState.PROPOSED if how == "another" else EscortState.NOT_DONE
            move_escort(arrangement=agreed.made, to=to, **with_version(agreed))
        elif how in ("declined", "talked"):
            to, reason = (State.DECLINED, DeclineReason.NOT_WANTED) if how == "declined" else (State.CONTACTED, "")
            step_referral(entry=agreed.entry, to=to, reason=reason, **with_version(agreed))
        elif how == "closed":
            close_referral(referral=referral, reason=CloseReason.MOVED, **with_version(agreed))
        elif how == "forgotten":
            forget_referral(referral=referral, why=ForgottenWhy.ASKED, now=now)
        else:
            withdraw_consent(referral=referral, kind=ConsentKind.REFERRED, by=agreed.network, now=now)
    called_off = [mail for mail in agreed.mails if mail.subject == "En aftale om følgeskab er aflyst"]
    assert [mail.to for mail in called_off] == [ESCORT]
    assert "klokken 13.30" in called_off[0].body and "http" not in called_off[0].body
    for secret in ("Gudrun", "Algade", agreed.activity.title, referral.code):
        assert secret not in called_off[0].body
    assert not Letter.objects.exists()
    assert not EscortArrangement.objects.filter(state__in=("tildelt", "bekraeftet")).exists()


def test_called_off_while_the_mail_server_is_away_reaches_them_when_the_referral_is_forgotten(
    agreed, committed, monkeypatch, ledger
):
    with monkeypatch.context() as away, committed():
        away.setattr(EmailMessage, "send", _away)
        forget_referral(referral=agreed.referral, why=ForgottenWhy.ASKED, now=timezone.now())
        send_letters(now=timezone.now())
    letter = Letter.objects.get()
    assert agreed.referral.code not in letter.body and "/svar-om-foelgeskab/" not in letter.body
    send_letters(now=timezone.now())
    assert subjects(agreed) == ["En aftale om følgeskab er aflyst"]
    assert not Letter.objects.exists()


def test_what_has_been_is_not_called_off(agreed, committed):
    EscortArrangement.objects.update(meets_at=timezone.now() - HOUR)
    with committed():
        close_referral(referral=agreed.referral, reason=CloseReason.MOVED, **with_version(agreed))
    assert not agreed.mails


def test_another_escort_is_asked_and_the_first_told(agreed, committed):
    other = Escort.objects.create(organisation=OrganisationFactory(email="andre@forening.example"), helps=(Help.WALK,))
    other.areas.set([agreed.area])
    with committed():
        move_escort(arrangement=agreed.made, to=EscortState.PROPOSED, **with_version(agreed))
        move_escort(arrangement=agreed.made, to=EscortState.ASSIGNED, escort=other, **with_version(agreed))
    assert [mail.to for mail in agreed.mails] == [ESCORT, ["andre@forening.example"]]


def at(day: datetime.date, hour: int) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def test_the_day_before_there_is_one_reminder(agreed, committed, fresh):
    day = timezone.localdate(agreed.made.meets_at)
    for hour, days, expected in ((12, 2, 0), (7, 1, 0), (8, 1, 1), (9, 1, 0)):
        with committed():
            assert remind_escorts(now=at(day - days * DAY, hour)) == expected
    assert fresh().reminded_at is not None


def test_the_reminder_has_a_link_and_nothing_else(agreed, committed, monkeypatch):
    EscortArrangement.objects.update(meets_at=timezone.now() + DAY)
    monkeypatch.setattr("referral.actions.tell_escort.REMINDS_FROM", datetime.time())
    for _run in range(2):
        with committed():
            call_command("remind_escorts")
    assert subjects(agreed) == ["Husk, at du følges med en"]
    assert "/svar-om-foelgeskab/" in agreed.mails[0].body
    for secret in ("Gudrun", "Algade", agreed.activity.title):
        assert secret not in agreed.mails[0].body


@pytest.mark.parametrize("why", ["asked", "said yes today", "closed", "another day"])
def test_nobody_is_reminded_of_what_they_know_or_do_not_owe(agreed, why):
    day = timezone.localdate(agreed.made.meets_at)
    now = at(day - DAY, 9)
    if why == "asked":
        EscortArrangement.objects.update(state=EscortState.ASSIGNED)
    elif why == "said yes today":
        EscortArrangement.objects.update(answered_at=now - HOUR)
    elif why == "closed":
        Referral.objects.update(closed_at=now, close_reason=CloseReason.MOVED)
    else:
        EscortArrangement.objects.update(meets_at=agreed.made.meets_at + 3 * DAY)
    assert remind_escorts(now=now) == 0


@pytest.mark.parametrize("who", ["unit", "unit's people", "user", "inactive user"])
def test_where_to_write(case, who):
    unit = UnitFactory(mail="enhed@kommune.example" if who == "unit" else "")
    user = member_of(unit, email="bo@kommune.example")
    if who == "inactive user":
        user.is_active = False
        user.save()
    escort = Escort(unit=unit) if who.startswith("unit") else Escort(user=user)
    expected = {"unit": ["enhed@kommune.example"], "inactive user": []}
    assert addresses_of_escort(escort) == expected.get(who, ["bo@kommune.example"])


def test_the_page_says_who_must_be_rung_for_want_of_an_address(agreed, client):
    agreed.escort.organisation.email = ""
    agreed.escort.organisation.save()
    client.force_login(agreed.network)
    page = client.get(f"/henvisninger/foelgeskab/{agreed.referral.code}/1/").content.decode()
    assert "ingen mailadresse på Følgevennerne" in page


def test_an_arrangement_with_nobody_yet_writes_to_nobody(case, committed, mailoutbox, ahead):
    case.entry.state = State.CONTACTED
    case.entry.save(update_fields=["state"])
    with committed():
        arrange_escort(
            entry=case.entry,
            from_where=DOOR,
            meets_at=ahead,
            help_=Help.WALK,
            by=case.network,
            version=1,
            now=timezone.now(),
        )
    assert not mailoutbox


def _away(self, *args, **kwargs):
    raise smtplib.SMTPServerDisconnected("away")
