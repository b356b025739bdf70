"""A mail server that refuses, hangs up or is not there: whoever works sees nothing of it, and the mail goes later."""

from __future__ import annotations

import logging
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from home.letters.actions import AWAY, post
from home.models import Letter
from tests.services.mail_server import MailServer, serving, unused_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def really_sent(settings):
    """Mails go out by SMTP, to a port where nobody listens."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port()
    return settings


def write(*receivers: str) -> None:
    """Mails about one thing, in its transaction."""
    with transaction.atomic():
        for to in receivers:
            post(to=to, subject="Godkendt", body="Den er på nu.", html="<p>Den er på nu.</p>")


def send() -> str:
    out = StringIO()
    call_command("send_letters", stdout=out)
    return out.getvalue()


def test_mails_wait_for_a_server_that_is_not_there(settings, caplog):
    with caplog.at_level(logging.WARNING):
        write("a@forening.example", "b@forening.example")
    assert Letter.objects.count() == 2
    assert "a@forening.example" not in caplog.text
    assert send() == "Sent 0, 2 still wait, gave up 0.\n"
    with serving(MailServer(settings.EMAIL_PORT)) as server:
        assert send() == "Sent 2, 0 still wait, gave up 0.\n"
        assert server.receivers() == ["a@forening.example", "b@forening.example"]
    assert not Letter.objects.exists()


def test_server_that_hangs_up_in_the_middle_is_tried_once_a_minute_by_those_who_wait(settings):
    with serving(MailServer(answer=lambda number: "")) as server:
        settings.EMAIL_PORT = server.port
        write("a@forening.example", "b@forening.example", "c@forening.example")
        assert server.conversations == 1
        assert send() == "Sent 0, 3 still wait, gave up 0.\n"
        assert server.conversations == 2
        server.answer = lambda number: "250 taken"
        cache.delete(AWAY)
        write("d@forening.example")
        assert server.receivers() == ["d@forening.example"]
        assert send() == "Sent 3, 0 still wait, gave up 0.\n"


def test_mail_that_is_refused_rests_and_holds_nobody_up(settings):
    with serving(MailServer(answer=lambda number: "554 no" if number == 1 else "250 taken")) as server:
        settings.EMAIL_PORT = server.port
        write("nobody@forening.example", "b@forening.example")
        assert server.receivers() == ["b@forening.example"]
        assert send() == "Sent 0, 1 still wait, gave up 0.\n"
        assert Letter.objects.get().attempts == 1


def test_address_that_cannot_be_written_down_holds_nobody_up(settings):
    with serving(MailServer()) as server:
        settings.EMAIL_PORT = server.port
        write("a@forening.example\nBcc: alle@forening.example", "b@forening.example")
        assert server.receivers() == ["b@forening.example"]
        assert Letter.objects.count() == 1


def test_cache_that_is_away_too_is_no_error(settings, monkeypatch):
    def away(*arguments):
        raise ConnectionError

    monkeypatch.setattr(cache, "get", away)
    write("a@forening.example")
    assert Letter.objects.count() == 1
