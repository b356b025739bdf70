"""An editor works through what has been suggested."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from catalogue.models import Activity
from editorial.models import Suggestion
from editorial.suggestions.actions.handle_suggestion import handle_suggestion
from editorial.suggestions.actions.make_draft import make_draft
from editorial.suggestions.queries import alike, suggestions_for, waiting_suggestions_for
from home.models import Letter
from tests.factories.accounts import UserFactory, user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ResponsibilityFactory
from tests.factories.editorial import SuggestionFactory

pytestmark = pytest.mark.django_db
ANSWER = {"same_as": None, "reason": "", "note": ""}


@pytest.fixture
def editor(client):
    """An editor at work in the browser."""
    user = user_with(Role.EDITOR)
    client.force_login(user)
    return user


@pytest.fixture
def save(client, django_capture_on_commit_callbacks):
    """A function that saves the form of a suggestion."""

    def saved(suggestion, **data):
        form = {"status": "ny", "organisation": "", "same_as": "", "reason": "", "note": "", **data}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse("forslag:edit", args=[suggestion.pk]), form)

    return saved


def test_editor_chooses_the_organiser_and_gets_a_draft(client, editor, save):
    suggestion, club = SuggestionFactory(), OrganisationFactory(name="Krolfklubben i Korsør")
    page = client.get(reverse("forslag:edit", args=[suggestion.pk])).content.decode()
    assert "Der er ingen arrangør, der hedder »Krolfklubben«" in page
    assert suggestion.description in page
    assert suggestion.own_email in page
    response = save(suggestion, organisation=club.pk, **{"action-draft": "1"})
    draft = Activity.objects.get()
    assert response["Location"] == reverse("wagtailsnippets_catalogue_activity:edit", args=[draft.pk])
    assert (draft.organisation, draft.live) == (club, False)
    suggestion.refresh_from_db()
    assert (suggestion.draft, suggestion.status) == (draft, "ny")
    assert ModelLogEntry.objects.get(action="wagtail.create", object_id=str(draft.pk)).user == editor
    save(suggestion, organisation=club.pk, **{"action-draft": "1"})
    assert Activity.objects.count() == 1


def test_draft_needs_an_organiser(editor, save):
    response = save(SuggestionFactory(), **{"action-draft": "1"})
    assert "Vælg en arrangør, før du laver en kladde." in response.content.decode()
    assert not Activity.objects.exists()


def test_publishing_the_draft_answers(client, django_capture_on_commit_callbacks):
    suggestion = SuggestionFactory(phone="20 10 20 30")
    draft = make_draft(suggestion=suggestion, organisation=OrganisationFactory(), by=None)
    editor = UserFactory()
    with django_capture_on_commit_callbacks(execute=True):
        draft.save_revision(user=editor).publish()
    suggestion.refresh_from_db()
    assert (suggestion.status, suggestion.handled_by) == ("bragt", editor)
    assert (suggestion.own_email, suggestion.phone) == ("", "")
    [message] = mail.outbox
    assert (message.to, message.subject) == (["kirsten@post.example"], "Dit forslag er kommet på siden")
    assert draft.get_absolute_url() in message.body
    page = client.get(reverse("editorial:suggestion", args=[suggestion.code])).content.decode()
    assert f'href="{draft.get_absolute_url()}"' in page


def test_rejecting_says_why_and_takes_the_draft_away(editor, save):
    suggestion = SuggestionFactory()
    draft = make_draft(suggestion=suggestion, organisation=OrganisationFactory(), by=None)
    assert "Skriv, hvorfor" in save(suggestion, status="afvist").content.decode()
    assert mail.outbox == []
    assert save(suggestion, status="afvist", reason="Det er for børn.").status_code == 302
    suggestion.refresh_from_db()
    assert (suggestion.status, suggestion.own_email, suggestion.handled_by) == ("afvist", "", editor)
    assert "Det er for børn." in mail.outbox[0].body
    assert not Activity.objects.filter(pk=draft.pk).exists()
    assert ModelLogEntry.objects.filter(action="wagtail.edit", object_id=str(suggestion.pk), user=editor).exists()


def test_draft_that_somebody_has_worked_on_stays():
    suggestion, editor = SuggestionFactory(), UserFactory()
    draft = make_draft(suggestion=suggestion, organisation=OrganisationFactory(), by=None)
    draft.save_revision(user=editor)
    handle_suggestion(suggestion=suggestion, status="afvist", by=editor, **{**ANSWER, "reason": "Nej."})
    assert Activity.objects.filter(pk=draft.pk).exists()


def test_what_is_there_already_is_pointed_to(client, editor, save):
    suggestion, there = SuggestionFactory(), ActivityFactory(title="Krolf i parken")
    assert "Vælg den aktivitet" in save(suggestion, status="samlet").content.decode()
    assert save(suggestion, status="samlet", same_as=there.pk).status_code == 302
    assert there.get_absolute_url() in mail.outbox[0].body
    page = client.get(reverse("editorial:suggestion", args=[suggestion.code])).content.decode()
    assert f'href="{there.get_absolute_url()}"' in page


def test_nothing_is_said_to_be_published_before_it_is(editor, save):
    response = save(SuggestionFactory(), status="bragt")
    assert "Offentliggør kladden først" in response.content.decode()


def test_mail_server_that_is_down_loses_nothing(editor, save, monkeypatch, caplog):
    def refuse(self, messages):
        raise SMTPServerDisconnected

    suggestion = SuggestionFactory()
    with monkeypatch.context() as down:
        down.setattr(EmailBackend, "send_messages", refuse)
        assert save(suggestion, status="afvist", reason="Nej.").status_code == 302
        assert Letter.objects.get().attempts == 1
        assert "kirsten@post.example" not in caplog.text
    out = StringIO()
    call_command("send_letters", stdout=out)
    assert out.getvalue() == "Sent 1, 0 still wait, gave up 0.\n"
    assert [message.to for message in mail.outbox] == [["kirsten@post.example"]]
    assert not Letter.objects.exists()


def test_mail_that_nobody_takes_is_given_up():
    letter = Letter.objects.create(to="kirsten@post.example", subject="Hej", body="Hej")
    Letter.objects.filter(pk=letter.pk).update(created_at=timezone.now() - timedelta(days=15))
    call_command("send_letters", stdout=StringIO())
    assert (mail.outbox, Letter.objects.count()) == ([], 0)


def test_suggestion_goes_to_those_whose_area_it_concerns(client):
    here, elsewhere = SuggestionFactory(), SuggestionFactory()
    SuggestionFactory(area=None)
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=here.area)
    client.force_login(local)
    assert "forslag til en aktivitet venter på svar" in client.get("/admin/").content.decode()
    rows = client.get(reverse("forslag:index_results")).context["table"].data
    assert [row.pk for row in rows] == [here.pk]
    for name in ("edit", "history", "history_results"):
        assert client.get(reverse(f"forslag:{name}", args=[here.pk])).status_code == 200
        assert client.get(reverse(f"forslag:{name}", args=[elsewhere.pk])).status_code == 404
    client.post(reverse("forslag:edit", args=[elsewhere.pk]), {"status": "set", "reason": "", "note": ""})
    elsewhere.refresh_from_db()
    assert elsewhere.status == "ny"


def test_local_editor_points_to_no_strangers_draft(client, save):
    suggestion, secret = SuggestionFactory(), ActivityFactory(title="Hemmelig", live=False)
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=suggestion.area)
    client.force_login(local)
    assert "Den her har du ikke adgang til" in save(suggestion, status="samlet", same_as=secret.pk).content.decode()
    suggestion.refresh_from_db()
    assert suggestion.same_as is None


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_others_see_no_suggestions(role):
    suggestion, user = SuggestionFactory(), user_with(role)
    # Nor those of an area that they should happen to have.
    ResponsibilityFactory(user=user, area=suggestion.area)
    assert not suggestions_for(user).exists()


def test_only_what_waits_is_counted():
    SuggestionFactory(status="set")
    SuggestionFactory(status="bragt", handled_at=timezone.now(), own_email="")
    assert waiting_suggestions_for(user_with(Role.EDITOR)).count() == 1


def test_queue_asks_as_often_for_many_as_for_few(client, editor):
    counts = []
    for _ in range(2):
        SuggestionFactory.create_batch(5)
        client.get(reverse("forslag:index_results"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("forslag:index_results"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_nearly_the_same_is_found_and_the_same_place_first():
    suggestion = SuggestionFactory(title="Krolf for alle", place="Parken, Algade 3")
    far = ActivityFactory(title="Krolf for alle!")
    near = ActivityFactory(title="Alle for krolf", venue__name="Parken", venue__address="Algade 3")
    ActivityFactory(title="Petanque for alle")
    again = SuggestionFactory(title="krolf for ALLE", place="Et andet sted")
    SuggestionFactory(title="Krolf for alle", status="bragt", handled_at=timezone.now(), own_email="")
    found = alike(suggestion)
    assert [(row.entry, row.same_place) for row in found][0] == (near, True)
    assert {row.entry for row in found[1:]} == {far, again}


def test_own_draft_is_not_alike():
    suggestion = SuggestionFactory()
    make_draft(suggestion=suggestion, organisation=OrganisationFactory(), by=None)
    assert alike(suggestion) == []


def test_database_refuses_an_answered_suggestion_with_a_contact():
    suggestion = SuggestionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.filter(pk=suggestion.pk).update(status="bragt", handled_at=timezone.now())


def test_old_mails_and_old_suggestions_are_forgotten(settings):
    settings.SUGGESTIONS_KEPT_DAYS = 30
    now = timezone.now()
    old, fresh = SuggestionFactory(), SuggestionFactory()
    Suggestion.objects.filter(pk=old.pk).update(created_at=now - timedelta(days=91))
    for age in (29, 31):
        SuggestionFactory(status="bragt", handled_at=now - timedelta(days=age), own_email="")
    out = StringIO()
    call_command("purge_suggestions", stdout=out)
    assert out.getvalue() == "Erased 1 mail addresses, deleted 1 suggestions.\n"
    assert Suggestion.objects.count() == 3
    assert set(Suggestion.objects.filter(status="ny").values_list("pk", "own_email")) == {
        (old.pk, ""),
        (fresh.pk, "kirsten@post.example"),
    }


def test_deleting_the_area_or_the_activity_keeps_the_suggestion():
    area = AreaFactory()
    suggestion = SuggestionFactory(area=area, draft=ActivityFactory())
    suggestion.draft.delete()
    area.delete()
    suggestion.refresh_from_db()
    assert (suggestion.area, suggestion.draft) == (None, None)
