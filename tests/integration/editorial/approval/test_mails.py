"""Both sides get a mail in Danish, and none is lost with the mail server."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import Role
from catalogue.actions.try_import import carry_out, try_import
from catalogue.models import Activity
from catalogue.submitting import gathered, together
from home.letters.actions import send_letters
from home.models import Letter
from tests.factories.accounts import UserFactory, user_with
from tests.factories.catalogue import ResponsibilityFactory
from tests.factories.spreadsheets import delimited, good_row
from tests.integration.rights.people import Place, make_place, responsible


@pytest.fixture
def own(db: None) -> Place:
    return make_place("Korsør")


@pytest.fixture
def writer(own: Place) -> User:
    return responsible(Role.ASSOCIATION, own, first_name="Frida", last_name="", email="frida@forening.example")


@pytest.fixture
def submit(own: Place, writer: User, django_capture_on_commit_callbacks):
    """A function that submits a change of the own activity; the step that waits."""

    def submitted(**values: object) -> TaskState:
        draft = Activity.objects.get(pk=own.activity.pk)
        for name, value in ({"summary": "Nyt"} | values).items():
            setattr(draft, name, value)
        draft.save_revision(user=writer)
        with django_capture_on_commit_callbacks(execute=True):
            draft.get_workflow().start(draft, user=writer)
        return TaskState.objects.for_instance(draft).get(status=TaskState.STATUS_IN_PROGRESS)

    return submitted


def to(message: mail.EmailMessage) -> list[str]:
    return message.to


def test_what_is_submitted_goes_to_the_editor_of_the_area_and_nobody_else(own: Place, submit):
    local = responsible(Role.LOCAL_EDITOR, own)
    responsible(Role.LOCAL_EDITOR, make_place("Skælskør"))
    user_with(Role.EDITOR)
    UserFactory(is_superuser=True)
    mail.outbox.clear()
    submit()
    (message,) = mail.outbox
    assert to(message) == [local.email]
    assert message.subject == "Til godkendelse: Kor i Korsør"
    for part in (message.body, message.alternatives[0].content):
        for words in ("Frida har sendt »Kor i Korsør« til godkendelse", "Kort fortalt", reverse("godkendelser:index")):
            assert words in part
        assert "#tab-notifications" in part


def test_where_there_is_nobody_it_goes_to_those_who_work_everywhere(submit):
    editor = user_with(Role.EDITOR)
    UserFactory(is_superuser=True)
    submit()
    assert [to(message) for message in mail.outbox] == [[editor.email]]


def test_what_is_approved_is_told_to_the_writer(submit, writer: User, own: Place, django_capture_on_commit_callbacks):
    state, editor = submit(), user_with(Role.EDITOR, first_name="Rikke", last_name="")
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        state.specific.approve(user=editor)
    (message,) = mail.outbox
    assert to(message) == [writer.email]
    assert message.subject == "Godkendt: Kor i Korsør"
    assert "Rikke har godkendt »Kor i Korsør«" in message.body
    assert own.activity.get_absolute_url() in message.body


def test_what_is_approved_for_later_says_when(submit, django_capture_on_commit_callbacks, own: Place):
    Activity.objects.update(live=False)
    state = submit(go_live_at=timezone.now() + timedelta(days=2))
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        state.specific.approve(user=user_with(Role.EDITOR))
    assert "Det bliver offentligt" in mail.outbox[0].body
    assert own.activity.get_absolute_url() not in mail.outbox[0].body


def test_what_is_sent_back_is_told_with_the_comment(
    submit, writer: User, own: Place, django_capture_on_commit_callbacks
):
    state = submit()
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        state.specific.reject(user=user_with(Role.EDITOR), comment="Skriv <b>hvornår</b> & hvor.")
    (message,) = mail.outbox
    assert to(message) == [writer.email]
    assert message.subject == "Sendt tilbage: Kor i Korsør"
    assert "Skriv <b>hvornår</b> & hvor." in message.body
    assert "Skriv &lt;b&gt;hvornår&lt;/b&gt; &amp; hvor." in message.alternatives[0].content
    assert reverse("wagtailsnippets_catalogue_activity:edit", args=[own.activity.pk]) in message.body


def test_nobody_is_told_of_what_they_did_themselves(own: Place, django_capture_on_commit_callbacks):
    local = responsible(Role.LOCAL_EDITOR, own)
    with django_capture_on_commit_callbacks(execute=True):
        state = own.activity.get_workflow().start(own.activity, user=local)
        state.current_task_state.specific.approve(user=local)
    assert not mail.outbox


def test_nothing_is_lost_while_the_mail_server_is_down(own: Place, submit, monkeypatch: pytest.MonkeyPatch):
    local = responsible(Role.LOCAL_EDITOR, own)

    def down(self, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.message.EmailMessage.send", down)
        submit()
    assert Activity.objects.get(pk=own.activity.pk).workflow_in_progress
    assert Letter.objects.count() == 1
    assert not mail.outbox
    send_letters(now=timezone.now())
    assert [to(message) for message in mail.outbox] == [[local.email]]
    assert mail.outbox[0].alternatives
    assert not Letter.objects.exists()


def test_who_does_not_want_mails_gets_none(own: Place, submit):
    local = responsible(Role.LOCAL_EDITOR, own)
    profile = UserProfile.get_for_user(local)
    profile.submitted_notifications = False
    profile.save()
    submit()
    assert not mail.outbox


@pytest.mark.parametrize(("role", "decides"), [(Role.LOCAL_EDITOR, True), (Role.ASSOCIATION, False)])
def test_everybody_chooses_their_mails_in_danish(own: Place, role: Role, decides: bool):
    user, client = responsible(role, own), Client()
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert "Når det, du har skrevet, er godkendt" in page
    assert ("Når noget er sendt til godkendelse" in page) is decides
    data = {
        "name_email-first_name": user.first_name,
        "name_email-last_name": user.last_name,
        "name_email-email": user.email,
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "theme-keyboard_shortcuts": "on",
        "approval_mails-rejected_notifications": "on",
    }
    client.post(reverse("wagtailadmin_account"), data)
    profile = UserProfile.objects.get(user=user)
    assert (profile.approved_notifications, profile.rejected_notifications) == (False, True)


def test_an_import_sends_one_mail_to_each_of_those_who_approve(
    own: Place, writer: User, django_capture_on_commit_callbacks
):
    other = make_place("Skælskør")
    ResponsibilityFactory(user=writer, organisation=other.organisation)
    for place in (own, other):
        responsible(Role.LOCAL_EDITOR, place, email=f"lokal-{place.area.pk}@kommune.example")
    rows = [
        good_row(
            Titel=f"Sang {number}", Arrangør=place.organisation.name, Sted="", Områder=place.area.name, Interesser=""
        )
        for number, place in enumerate([own, own, own, other])
    ]
    kept = try_import(content=delimited(rows), file_name="a.csv", by=writer)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(kept=kept, only_good=False, by=writer)
    assert Activity.objects.filter(live=False).count() == 4
    told = {message.to[0]: message for message in mail.outbox}
    assert len(told) == len(mail.outbox) == 2
    many = told[f"lokal-{own.area.pk}@kommune.example"]
    assert many.subject == "Til godkendelse: 3 på én gang"
    for part in (many.body, many.alternatives[0].content):
        assert "Frida har sendt 3 til godkendelse" in part
        assert "Sang 2" in part and "Sang 3" not in part and reverse("godkendelser:index") in part


def test_what_fails_is_told_to_nobody(writer: User):
    with pytest.raises(ZeroDivisionError), together(by=writer):
        assert gathered(TaskState())
        1 / 0  # noqa: B018
    assert not gathered(TaskState())
