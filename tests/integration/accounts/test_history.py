"""The history: who may read which part of it, what it tells, and that nobody rewrites it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import LogContext, log
from wagtail.models import ModelLogEntry, PageLogEntry

from accounts.history.guards import AppendOnly
from accounts.history.protection import open_up, protect
from accounts.roles import Role
from catalogue.models import Activity
from tests.factories.accounts import UserFactory, user_with
from tests.factories.pages import make_front_page
from tests.integration.rights.people import Place, make_place, responsible

pytestmark = pytest.mark.django_db


@pytest.fixture
def own() -> Place:
    return make_place("Korsør")


@pytest.fixture
def foreign() -> Place:
    return make_place("Skælskør")


def entries(client: Client, **query: object) -> list[tuple[str, str]]:
    """What the report shows, as (what, what happened)."""
    response = client.get(reverse("historik:results"), query)
    assert response.status_code == 200
    return [(entry.label, entry.action) for entry in response.context["object_list"]]


def at_work(role: Role, place: Place) -> Client:
    client = Client()
    client.force_login(responsible(role, place))
    return client


def test_editors_read_all_of_it(own: Place, foreign: Place):
    front = make_front_page()
    front.save_revision(log_action=True)
    shown = entries(at_work(Role.EDITOR, own))
    assert {"Kor i Korsør", "Kor i Skælskør", "Forside"} <= {label for label, _ in shown}
    assert shown[0][0] == "Forside"


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.LOCAL_EDITOR, {"Kor i Korsør", "Huset i Korsør", "Foreningen i Korsør"}),
        (Role.ASSOCIATION, {"Kor i Korsør", "Foreningen i Korsør"}),
        (Role.CENTRE_STAFF, {"Kor i Korsør", "Huset i Korsør"}),
    ],
)
def test_others_read_what_is_about_their_own(own: Place, foreign: Place, role: Role, shown: set[str]):
    make_front_page().save_revision(log_action=True)
    client = at_work(role, own)
    assert {label for label, _ in entries(client)} == shown
    assert entries(client, label="Skælskør") == []
    taken_home = client.get(reverse("historik:index"), {"export": "csv"})
    assert "Skælskør" not in b"".join(taken_home.streaming_content).decode()


def test_it_is_narrowed_by_who_what_and_when(own: Place):
    writer, other = UserFactory(first_name="Rikke"), UserFactory(first_name="Lars")
    log(own.activity, "wagtail.publish", user=writer)
    log(own.venue, "wagtail.lock", user=other)
    client = at_work(Role.EDITOR, own)
    assert entries(client, user=writer.pk) == [("Kor i Korsør", "wagtail.publish")]
    assert entries(client, action="wagtail.lock") == [("Huset i Korsør", "wagtail.lock")]
    kind = ContentType.objects.get_for_model(Activity).pk
    assert {label for label, _ in entries(client, object_type=kind)} == {"Kor i Korsør"}
    assert entries(client, timestamp_from="2000-01-01", timestamp_to="2000-12-31") == []
    page = client.get(reverse("historik:index")).content.decode()
    assert "Rikke" in page
    assert "Historik" in page


def test_the_lists_of_the_filters_name_no_strangers(own: Place, foreign: Place):
    log(foreign.activity, "wagtail.lock", user=UserFactory(first_name="Fremmede"))
    page = at_work(Role.ASSOCIATION, own).get(reverse("historik:index")).content.decode()
    assert "Fremmede" not in page


def test_it_takes_the_place_of_wagtails_report_in_the_menu(own: Place):
    page = at_work(Role.EDITOR, own).get("/admin/").content.decode()
    assert "/admin/historik/" in page
    assert "/admin/reports/site-history/" not in page


def test_it_asks_as_often_for_many_entries_as_for_few(own: Place):
    client = at_work(Role.EDITOR, own)
    counts = []
    for _ in range(3):
        for _again in range(5):
            log(own.activity, "wagtail.lock", user=UserFactory())
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("historik:results"))
        counts.append(len(asked))
    assert counts[1] == counts[2], counts
    assert counts[2] <= 45


@pytest.mark.parametrize("act", ["update", "save", "delete", "delete_all"])
@pytest.mark.parametrize("kind", [ModelLogEntry, PageLogEntry])
def test_what_is_written_is_not_rewritten(own: Place, kind: type, act: str):
    if kind is PageLogEntry:
        log(make_front_page(), "wagtail.edit")
    entry = kind.objects.latest("pk")
    entry.label = "Noget andet"
    acts = {
        "update": lambda: kind.objects.filter(pk=entry.pk).update(label="Noget andet"),
        "save": entry.save,
        "delete": entry.delete,
        "delete_all": lambda: kind.objects.all().delete(),
    }
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        acts[act]()
    assert kind.objects.get(pk=entry.pk).label != "Noget andet"


@pytest.mark.postgres
def test_not_even_by_sql(own: Place):
    for statement in ("DELETE FROM wagtailcore_modellogentry", "UPDATE wagtailcore_modellogentry SET user_id = 1"):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)


def test_not_even_past_the_guards_of_the_code(own: Place):
    with pytest.raises(IntegrityError, match="append-only") as refused, transaction.atomic():
        connection.cursor().execute("UPDATE wagtailcore_modellogentry SET label = 'Noget andet'")
    assert not isinstance(refused.value, AppendOnly)


def test_a_model_that_is_gone_leaves_its_entries_without_a_type(own: Place):
    entry = ModelLogEntry.objects.latest("pk")
    before = (entry.label, entry.data, entry.timestamp)
    ModelLogEntry.objects.filter(pk=entry.pk).update(content_type=None)
    entry.refresh_from_db()
    assert (entry.label, entry.data, entry.timestamp) == before
    with pytest.raises(IntegrityError), transaction.atomic():
        ModelLogEntry.objects.filter(content_type__isnull=False).update(content_type=None, label="Væk")


def test_migrations_find_the_tables_open_and_leave_them_shut(own: Place):
    open_up(connection)
    assert ModelLogEntry.objects.update(label="Omskrevet")
    protect(connection)
    protect(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        ModelLogEntry.objects.update(label="Igen")


def test_an_entry_outlives_its_writer_and_its_thing(own: Place):
    writer = UserFactory()
    log(own.activity, "wagtail.lock", user=writer)
    key = own.activity.pk
    own.activity.delete()
    writer.delete()
    assert ModelLogEntry.objects.filter(object_id=str(key), action="wagtail.lock").exists()
    assert ("Kor i Korsør", "wagtail.lock") in entries(at_work(Role.EDITOR, own))


def test_changed_rights_are_told(own: Place):
    boss, holder = user_with(Role.ADMINISTRATOR), UserFactory(first_name="Lars")
    editors, associations = (Group.objects.get(name=role.group_name) for role in (Role.EDITOR, Role.ASSOCIATION))
    with LogContext(user=boss):
        holder.groups.add(editors)
        holder.groups.set([associations])
        associations.user_set.clear()
        associations.permissions.add(Permission.objects.get(codename="view_user"))
    told = [entry.message for entry in ModelLogEntry.objects.filter(action="accounts.rights").order_by("pk")]
    assert told[:2] == ["Fik: Redaktører", "Mistede: Redaktører"]
    assert told[2:4] == ["Fik: Foreninger", "Mistede: Foreninger"]
    assert told[4].startswith("Fik: ")
    assert {entry.user for entry in ModelLogEntry.objects.filter(action="accounts.rights")} == {boss}


def test_administrators_read_of_rights_and_editors_do_not(own: Place):
    with LogContext(user=user_with(Role.ADMINISTRATOR)):
        holder = user_with(Role.EDITOR, first_name="Nye")
    assert (str(holder), "accounts.rights") in entries(at_work(Role.ADMINISTRATOR, own))
    assert all(action != "accounts.rights" for _, action in entries(at_work(Role.EDITOR, own)))


def test_a_responsibility_given_in_the_editors_system_is_told(own: Place):
    client = at_work(Role.ADMINISTRATOR, own)
    lars = user_with(Role.LOCAL_EDITOR, first_name="Lars", last_name="Lokal")
    data = {"user": lars.pk, "area": own.area.pk, "organisation": "", "venue": ""}
    assert client.post(reverse("ansvar:add"), data).status_code == 302
    assert ("Lars Lokal: Korsør", "wagtail.create") in entries(client)


def test_a_responsibility_is_for_one_thing(own: Place):
    client = at_work(Role.ADMINISTRATOR, own)
    data = {"user": UserFactory().pk, "area": own.area.pk, "organisation": own.organisation.pk, "venue": ""}
    page = client.post(reverse("ansvar:add"), data).content.decode()
    assert "Vælg ét af de tre" in page
