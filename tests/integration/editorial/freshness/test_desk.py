"""The editors' list of who has been asked."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from catalogue.models import Organisation
from editorial.freshness.ladder import run
from editorial.models import FreshnessAgreement, FreshnessLetter
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ResponsibilityFactory

from .conftest import days_ago, links_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = user_with(Role.EDITOR)
    client.force_login(editor)
    return editor


def listed(client, shown: str = "") -> dict[str, str]:
    rows = client.get(reverse("friskhed:index"), {"vis": shown}).context["rows"]
    return {row.organisation.name: row.step for row in rows}


def test_list_says_how_each_organisation_stands(client, editor, organisation, old, climb):
    ActivityFactory(organisation=OrganisationFactory(name="Uden mail", email=""), verified_on=days_ago(900))
    ActivityFactory(organisation=OrganisationFactory(name="Frisk"), verified_on=days_ago(1))
    OrganisationFactory(name="Uden aktiviteter")
    assert listed(client) == {"Uden mail": "Ingen mailadresse", "Korforeningen": "Får brev næste gang"}
    assert listed(client, "uden-mail") == {"Uden mail": "Ingen mailadresse"}
    climb()
    assert listed(client, "svar") == {"Korforeningen": "Har fået brev"}
    climb(14)
    assert listed(client)["Korforeningen"] == "Har fået en påmindelse"
    climb(134)
    assert listed(client, "skjult") == {"Korforeningen": "1 aktivitet er skjult"}
    assert listed(client, "alle")["Frisk"] == "Alt er bekræftet"
    assert listed(client, "opdigtet").keys() == {"Uden mail", "Korforeningen"}


def test_first_page_tells_of_what_is_hidden_and_whom_nobody_can_ask(client, editor):
    ActivityFactory(organisation=OrganisationFactory(email=""), verified_on=days_ago(900))
    assert "arrangør har skjulte aktiviteter eller ingen mail" in client.get("/admin/").content.decode()


def test_letter_that_has_not_gone_yet_is_said_to_wait(client, editor, organisation):
    """No transaction ends in this test, so that nothing is sent: as with a mail server that is away."""
    ActivityFactory(title="Ny", organisation=organisation, verified_on=days_ago(3))
    response = client.post(reverse("friskhed:write", args=[organisation.pk]), follow=True)
    assert "Mailen til Korforeningen (kor@forening.example) venter" in response.content.decode()
    assert mail.outbox == []


def test_editor_has_an_organisation_written_to_at_once(client, editor, organisation, monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda call, **options: call())
    ActivityFactory(title="Ny", organisation=organisation, verified_on=days_ago(3))
    for number in (1, 2):
        response = client.post(reverse("friskhed:write", args=[organisation.pk]), follow=True)
        assert "Der er skrevet til Korforeningen (kor@forening.example)." in response.content.decode()
        assert len(mail.outbox) == number
    assert list(FreshnessLetter.objects.order_by("pk").values_list("kind", "status")) == [
        ("brev", "sendt"),
        ("igen", "sendt"),
    ]
    assert client.get(links_in(mail.outbox[1], "Ny").right).status_code == 200
    assert ModelLogEntry.objects.filter(action="freshness.written", user=editor).count() == 2
    assert "Brev, sendt" in client.get(reverse("friskhed:edit", args=[organisation.pk])).content.decode()


def test_nobody_to_write_to_and_nothing_to_write_about_is_said(client, editor):
    silent = ActivityFactory(organisation=OrganisationFactory(email="")).organisation
    address = reverse("friskhed:write", args=[silent.pk])
    assert "har ingen mailadresse" in client.post(address, follow=True).content.decode()
    assert client.get(address).status_code == 405
    assert mail.outbox == []


def test_agreement_changes_the_address_and_puts_on_hold(client, editor, organisation, old, climb):
    address = reverse("friskhed:edit", args=[organisation.pk])
    typed = {"email": "kasserer@forening.example", "note": "Ring i stedet."}
    assert client.post(address, {**typed, "on_hold": "on"}).status_code == 302
    climb()
    assert mail.outbox == []
    assert listed(client, "hold") == {"Korforeningen": "Sat på hold"}
    client.post(address, typed)
    climb()
    assert mail.outbox[0].to == ["kasserer@forening.example"]
    entries = ModelLogEntry.objects.filter(action="freshness.agreed").order_by("pk")
    assert [entry.message.partition(":")[0] for entry in entries] == [
        "Sat på hold",
        "Får breve om friskhed. kasserer@forening.example. Ring i stedet.",
    ]


def test_wrong_address_is_said_and_kept(client, editor, organisation, old):
    response = client.post(reverse("friskhed:edit", args=[organisation.pk]), {"email": "kasserer"})
    assert response.status_code == 422
    assert 'value="kasserer"' in response.content.decode()
    assert not FreshnessAgreement.objects.exists()


def test_local_editor_sees_those_of_the_area_alone(client):
    area = AreaFactory()
    here, elsewhere = ActivityFactory(areas=[area], verified_on=None), ActivityFactory(verified_on=None)
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=area)
    client.force_login(local)
    assert listed(client).keys() == {here.organisation.name}
    assert client.get(reverse("friskhed:edit", args=[here.organisation_id])).status_code == 200
    for name in ("edit", "write"):
        assert client.post(reverse(f"friskhed:{name}", args=[elsewhere.organisation_id])).status_code == 404
    assert mail.outbox == []


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_others_have_no_list(client, role):
    client.force_login(user_with(role))
    assert client.get(reverse("friskhed:index")).status_code == 302


def test_list_asks_as_often_for_many_as_for_few(client, editor):
    counts = []
    for _ in range(2):
        for organisation in OrganisationFactory.create_batch(5):
            ActivityFactory(organisation=organisation, verified_on=days_ago(200))
        run(timezone.now())
        client.get(reverse("friskhed:index"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("friskhed:index"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert Organisation.objects.count() == 10
