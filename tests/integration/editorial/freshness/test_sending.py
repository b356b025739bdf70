"""The outbox: a run that is killed, a mail server that is away, two runs at once."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from editorial.freshness.actions import send
from editorial.freshness.actions.rounds import open_rounds
from editorial.freshness.actions.send import send_letters
from editorial.freshness.due import to_ask
from editorial.freshness.ladder import run
from editorial.models import FreshnessLetter, FreshnessRound
from tests.factories.catalogue import ActivityFactory, OrganisationFactory

from .conftest import days_ago

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def three():
    for name in ("A", "B", "C"):
        organisation = OrganisationFactory(name=name, email=f"{name.lower()}@forening.example")
        ActivityFactory(organisation=organisation, verified_on=days_ago(200))


@pytest.fixture
def failing(monkeypatch):
    """A function that makes the mail server raise for certain receivers, before it has taken the mail."""

    def fail(error: BaseException, to: str) -> None:
        real = EmailBackend.send_messages

        def send_messages(self, messages):
            if any(to in message.to for message in messages):
                raise error
            return real(self, messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send_messages)

    return fail


def receivers() -> list[str]:
    return [message.to[0] for message in mail.outbox]


def test_killed_in_the_middle_sends_each_letter_once_and_loses_none(three, failing, monkeypatch):
    with monkeypatch.context():
        failing(KeyboardInterrupt(), "b@forening.example")
        with pytest.raises(KeyboardInterrupt):
            run(NOW)
    monkeypatch.undo()
    assert receivers() == ["a@forening.example"]
    run(NOW)
    # Whether B's was taken before the run died nobody knows: it keeps its claim for a while.
    assert receivers() == ["a@forening.example", "c@forening.example"]
    run(NOW + timedelta(minutes=11))
    assert receivers() == ["a@forening.example", "c@forening.example", "b@forening.example"]
    run(NOW + timedelta(minutes=30))
    assert len(mail.outbox) == 3


def test_killed_after_the_letters_were_written_sends_them_next_time(three):
    open_rounds(asked=to_ask(NOW), now=NOW)
    run(NOW)
    assert len(receivers()) == 3
    assert FreshnessRound.objects.count() == 3


def test_a_letter_sent_twice_after_all_is_the_same_mail(three, monkeypatch):
    run(NOW)
    FreshnessLetter.objects.update(status="venter", sent_at=None)
    run(NOW)
    ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert len(ids) == 6 and len(set(ids)) == 3


def test_mail_server_away_keeps_the_letters(three, failing, monkeypatch):
    failing(ConnectionRefusedError("nobody there"), "a@forening.example")
    done = run(NOW)
    assert done.posted.away == "ConnectionRefusedError: nobody there"
    assert (done.posted.sent, done.posted.waiting, mail.outbox) == (0, 3, [])
    monkeypatch.undo()
    assert run(NOW).posted.sent == 3
    assert FreshnessLetter.objects.filter(status="sendt", error="").count() == 3


def test_refused_receiver_holds_nobody_else_up(three, failing):
    failing(SMTPRecipientsRefused({"b@forening.example": (550, b"no such user")}), "b@forening.example")
    done = run(NOW)
    assert (done.posted.sent, done.posted.refused) == (2, 1)
    letter = FreshnessLetter.objects.get(status="venter")
    assert "no such user" in letter.error
    assert run(NOW + timedelta(minutes=30)).posted.refused == 0
    assert run(NOW + timedelta(hours=13)).posted.refused == 1


def test_address_that_is_none_holds_nobody_else_up(three, failing):
    failing(ValueError("Header values can't contain newlines"), "b@forening.example")
    done = run(NOW)
    assert (done.posted.sent, done.posted.refused) == (2, 1)


def test_letter_that_another_run_is_sending_is_left_to_it(three, monkeypatch):
    real = send._claim

    def claim_after_another(letter, now):
        real(letter, now)
        return real(letter, now)

    monkeypatch.setattr(send, "_claim", claim_after_another)
    assert run(NOW).posted.sent == 0


def test_round_that_another_run_has_just_opened_is_not_opened_twice(three):
    asked = to_ask(NOW)
    assert open_rounds(asked=asked[1:2], now=NOW) == 1
    assert open_rounds(asked=asked, now=NOW) == 2
    assert send_letters(now=NOW).sent == 3
    assert sorted(receivers()) == ["a@forening.example", "b@forening.example", "c@forening.example"]


def test_letter_with_nothing_left_to_ask_is_dropped(three, failing, monkeypatch):
    failing(ConnectionRefusedError(), "a@forening.example")
    run(NOW)
    monkeypatch.undo()
    from editorial.models import FreshnessQuestion

    FreshnessQuestion.objects.update(answer="rigtigt", answered_at=NOW)
    assert run(NOW).posted.sent == 0
    assert set(FreshnessLetter.objects.values_list("status", flat=True)) == {"droppet"}
