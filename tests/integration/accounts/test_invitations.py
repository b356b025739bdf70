"""People come by invitation."""

from __future__ import annotations

import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User
from accounts.roles import Role
from catalogue.models import Responsibility
from tests.factories.accounts import InvitationFactory, UserFactory, user_with
from tests.factories.catalogue import AreaFactory, OrganisationFactory

from .signing import sign_in

pytestmark = pytest.mark.django_db
FORM, LIST = "/admin/inviter/", "/admin/invitationer/"
INGER = {"email": "Inger@forening.example", "first_name": "Inger", "last_name": "Holm"}
NEW = {"password1": "korsang hver tirsdag", "password2": "korsang hver tirsdag"}


@pytest.fixture
def administrator(client: Client) -> User:
    user = user_with(Role.ADMINISTRATOR, first_name="Anna", last_name="Administrator")
    client.force_login(user)
    return user


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """Sends the mails of what is done in it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def link_in(message) -> str:
    return re.search(r"http://localhost:8000(/\S+)", message.body)[1]


def what_happened() -> list[str]:
    return list(ModelLogEntry.objects.filter(action__startswith="accounts.i").values_list("action", flat=True))


def invited(client: Client, at_once, **fields: object) -> str:
    """Invites Inger for an association; the link in the mail."""
    organisation = OrganisationFactory()
    with at_once():
        client.post(FORM, {**INGER, "role": Role.ASSOCIATION, "organisation": organisation.pk, **fields})
    return link_in(mail.outbox[-1])


def test_an_association_is_invited_makes_its_password_and_is_in(client: Client, administrator, at_once):
    address = invited(client, at_once, trusted="on")
    user = User.objects.get(email="inger@forening.example")
    assert [group.name for group in user.groups.all()] == ["Foreninger"]
    assert Responsibility.objects.get(user=user).trusted
    assert not user.has_usable_password()
    [message] = mail.outbox
    assert (message.subject, message.to) == ("Du er inviteret til indsatskataloget", ["inger@forening.example"])
    assert "Anna Administrator har inviteret dig" in message.body
    browser = Client()
    assert "Velkommen, Inger" in browser.get(address).content.decode()
    weak = browser.post(address, {"password1": "kort", "password2": "kort"}).content.decode()
    assert "for kort" in weak
    assert browser.post(address, NEW).url == "/admin/"
    assert get_user(browser) == user
    assert browser.get("/admin/").status_code == 200
    assert sign_in(Client(), user.email, NEW["password1"]).url == "/admin/"
    assert sorted(what_happened()) == ["accounts.invitation_accepted", "accounts.invited"]


def test_a_link_works_once(client: Client, administrator, at_once):
    address = invited(client, at_once)
    Client().post(address, NEW)
    for response in (Client().get(address), Client().post(address, NEW)):
        assert response.status_code == 410
        assert "Invitationen virker ikke" in response.content.decode()


def test_a_mail_scanner_that_opens_the_link_uses_nothing_up(client: Client, administrator, at_once):
    address = invited(client, at_once)
    Client().get(address)
    assert Client().post(address, NEW).url == "/admin/"


@pytest.mark.parametrize("change", [{"expires_at": timezone.now() - timedelta(minutes=1)}, {"number": 7}])
def test_a_link_that_is_too_old_or_replaced_does_not_work(client: Client, administrator, at_once, change):
    address = invited(client, at_once)
    Invitation.objects.update(**change)
    assert Client().post(address, NEW).status_code == 410
    assert not User.objects.get(email="inger@forening.example").has_usable_password()


def test_a_forged_link_does_not_work(client: Client):
    assert client.get("/konto/invitation/opdigtet/").status_code == 410


def test_an_editor_is_led_on_to_the_second_factor(client: Client, administrator, at_once, settings):
    with at_once():
        client.post(FORM, {**INGER, "role": Role.EDITOR})
    settings.MFA_REQUIRED_ROLES = [Role.EDITOR]
    browser = Client()
    assert browser.post(link_in(mail.outbox[-1]), NEW).url == "/admin/"
    assert browser.get("/admin/").url == "/konto/totrin/"
    assert browser.get("/konto/totrin/app/").status_code == 200


def test_who_is_signed_in_as_somebody_else_becomes_the_invited(client: Client, administrator, at_once):
    address = invited(client, at_once)
    client.post(address, NEW)
    assert get_user(client).email == "inger@forening.example"


def test_what_lacks_or_does_not_fit_is_said_and_nothing_typed_is_lost(client: Client, administrator):
    page = client.post(FORM, {**INGER, "role": Role.ASSOCIATION, "area": AreaFactory().pk}).content.decode()
    assert "Vælg den arrangør, som foreningen er." in page
    assert "Den rolle har ikke ansvar for det." in page
    assert 'value="Inger"' in page
    assert not User.objects.filter(first_name="Inger").exists()


def test_a_known_address_is_told(client: Client, administrator):
    UserFactory(email="inger@forening.example")
    page = client.post(FORM, {**INGER, "role": Role.EDITOR}).content.decode()
    assert "Der er allerede en bruger med den mailadresse." in page
    InvitationFactory(user__email="bo@forening.example")
    page = client.post(FORM, {**INGER, "email": "BO@forening.example", "role": Role.EDITOR}).content.decode()
    assert "Personen er allerede inviteret." in page


def test_a_mail_server_that_is_down_loses_nothing_and_the_inviter_is_told(client: Client, administrator, monkeypatch):
    def down(*args, **kwargs):
        raise SMTPServerDisconnected("nede")

    monkeypatch.setattr("accounts.actions.invite.send_mail", down)
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())
    page = client.post(FORM, {**INGER, "role": Role.EDITOR}, follow=True).content.decode()
    assert "kunne ikke sendes. Prøv »Send igen« om lidt." in page
    assert "Mailen kunne ikke sendes" in page
    assert Invitation.objects.get().sent_at is None


def test_sending_again_makes_the_old_link_stop_working(client: Client, administrator, at_once):
    old = invited(client, at_once)
    with at_once():
        client.post(f"{LIST}{Invitation.objects.get().pk}/send/")
    new = link_in(mail.outbox[-1])
    assert Client().get(old).status_code == 410
    assert Client().get(new).status_code == 200
    assert "accounts.invited_again" in what_happened()


def test_withdrawing_takes_the_user_away_and_is_in_the_history(client: Client, administrator, at_once):
    address = invited(client, at_once)
    withdraw = f"{LIST}{Invitation.objects.get().pk}/traek-tilbage/"
    assert "inger@forening.example" in client.get(withdraw).content.decode()
    client.post(withdraw)
    assert Client().get(address).status_code == 410
    assert not User.objects.filter(email="inger@forening.example").exists()
    assert "accounts.invitation_withdrawn" in what_happened()
    assert "Ingen invitationer venter" in client.get(LIST).content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LOCAL_EDITOR, Role.ASSOCIATION])
def test_only_administrators_invite(client: Client, role):
    client.force_login(user_with(role))
    pk = InvitationFactory().pk
    for address in (FORM, LIST, f"{LIST}{pk}/traek-tilbage/"):
        assert client.get(address).url == "/admin/"
    for address in (FORM, f"{LIST}{pk}/send/", f"{LIST}{pk}/traek-tilbage/"):
        assert client.post(address).url == "/admin/"
    assert Invitation.objects.exists()


def test_the_list_takes_the_same_queries_for_many(client: Client, administrator, django_assert_max_num_queries):
    InvitationFactory.create_batch(20)
    with django_assert_max_num_queries(20):
        client.get(LIST)


def test_adding_a_user_is_inviting(client: Client, administrator):
    assert client.get("/admin/users/new/").url == FORM
