"""An editor answers claims."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Responsibility
from editorial.claims.queries import claims_for, speaks_for, waiting_claims_for
from editorial.models import Claim
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, OrganisationFactory, ResponsibilityFactory
from tests.factories.editorial import ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """An editor at work in the browser."""
    user = user_with(Role.EDITOR)
    client.force_login(user)
    return user


@pytest.fixture
def answer(client, django_capture_on_commit_callbacks):
    """A function that saves the form of a claim."""

    def answered(claim, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse("krav:edit", args=[claim.pk]), {"reason": "", "note": "", **data})

    return answered


def test_editor_sees_who_it_is_and_what_speaks_for_them(client, editor):
    claim = ClaimFactory(organisation__email="post@krolf.example", organisation__phone="00 11 22 33")
    ResponsibilityFactory(user=user_with(Role.ASSOCIATION, first_name="Bent"), organisation=claim.organisation)
    assert str(claim.organisation) in client.get(reverse("krav:index_results")).content.decode()
    page = client.get(reverse("krav:edit", args=[claim.pk])).content.decode()
    for said in (claim.name, claim.own_email, claim.evidence, "Mailen passer med", "00 11 22 33", "Bent"):
        assert said in page
    assert "forening vil have adgang" in client.get("/admin/").content.decode()


def test_approval_invites_and_makes_responsible(client, editor, answer):
    claim = ClaimFactory(name="Kirsten Bro Jensen", own_email="Kirsten@Krolf.example")
    assert answer(claim, status="godkendt").status_code == 302
    user = User.objects.get(email__iexact="kirsten@krolf.example")
    assert (user.first_name, user.last_name, user.has_usable_password()) == ("Kirsten Bro", "Jensen", False)
    assert [group.name for group in user.groups.all()] == [Role.ASSOCIATION.group_name]
    duty = Responsibility.objects.get(user=user)
    assert (duty.organisation, duty.trusted) == (claim.organisation, False)
    assert [message.to for message in mail.outbox] == [[user.email]]
    claim.refresh_from_db()
    assert (claim.status, claim.handled_by) == ("godkendt", editor)
    assert (claim.name, claim.own_email, claim.position, claim.evidence) == ("", "", "", "")
    assert ModelLogEntry.objects.filter(user=editor, object_id=str(claim.pk), action="wagtail.edit").exists()
    page = client.get(reverse("krav:edit", args=[claim.pk])).content.decode()
    assert "Navn og mail er slettet" in page


def test_whoever_has_an_account_gets_the_responsibility_once(editor, answer):
    user = user_with(Role.CENTRE_STAFF, email="bent@krolf.example")
    club = OrganisationFactory(name="Krolfklubben")
    for _ in range(2):
        answer(ClaimFactory(organisation=club, own_email="Bent@krolf.example"), status="godkendt")
    assert User.objects.filter(email__iexact="bent@krolf.example").count() == 1
    assert Responsibility.objects.get(user=user).organisation == club
    assert user.groups.filter(name=Role.ASSOCIATION.group_name).exists()
    assert mail.outbox[0].subject == "Du har fået adgang til Krolfklubben"


def test_rejection_says_why_and_lets_nobody_in(editor, answer):
    claim = ClaimFactory()
    assert "Skriv, hvorfor de ikke får adgang." in answer(claim, status="afvist").content.decode()
    assert mail.outbox == []
    answer(claim, status="afvist", reason="Foreningen kender dig ikke.")
    assert mail.outbox[0].to == [claim.own_email]
    assert "Foreningen kender dig ikke." in mail.outbox[0].body
    claim.refresh_from_db()
    assert (claim.status, claim.own_email) == ("afvist", "")
    assert not Responsibility.objects.exists()


def test_answer_is_final(editor, answer):
    claim = ClaimFactory(status="afvist", reason="Nej.", handled_at=timezone.now(), name="", own_email="",
                         position="", evidence="")  # fmt: skip
    assert "Der er svaret." in answer(claim, status="godkendt", reason="Nej.").content.decode()
    assert not Responsibility.objects.exists()
    assert mail.outbox == []


def test_note_alone_answers_nobody(editor, answer):
    claim = ClaimFactory()
    answer(claim, status="ny", note="Ringet op.")
    claim.refresh_from_db()
    assert (claim.status, claim.note, claim.handled_at) == ("ny", "Ringet op.", None)
    assert claim.own_email
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("email", "organisation", "speaks"),
    [
        ("Post@Krolf.example", {"email": "post@krolf.example"}, True),
        ("kirsten@krolf.example", {"email": "post@krolf.example"}, True),
        ("kirsten@krolf.example", {"website": "https://www.krolf.example/om"}, True),
        ("krolf@gmail.com", {"email": "krolf@gmail.com"}, True),
        ("kirsten@gmail.com", {"email": "krolf@gmail.com"}, False),
        ("kirsten@krolf.example.evil.example", {"email": "post@krolf.example"}, False),
        ("kirsten@krolf.example", {}, False),
        ("", {}, False),
    ],
)
def test_mail_speaks_for_the_organisation_where_it_is_its_own(email, organisation, speaks):
    values = {"email": "", "website": "", **organisation}
    assert speaks_for(email, OrganisationFactory.build(**values)) is speaks


def test_claim_goes_to_those_whose_organisation_it_is(client):
    here, elsewhere = ClaimFactory(), ClaimFactory()
    area = ActivityFactory(organisation=here.organisation).areas.get()
    ActivityFactory(organisation=elsewhere.organisation)
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=area)
    assert list(claims_for(local)) == [here]
    client.force_login(local)
    for name in ("edit", "history", "history_results"):
        assert client.get(reverse(f"krav:{name}", args=[here.pk])).status_code == 200
        assert client.get(reverse(f"krav:{name}", args=[elsewhere.pk])).status_code == 404
    client.post(reverse("krav:edit", args=[elsewhere.pk]), {"status": "godkendt", "reason": "", "note": ""})
    assert not Responsibility.objects.filter(organisation=elsewhere.organisation).exists()


def test_association_answers_no_claims_on_itself():
    claim, user = ClaimFactory(), user_with(Role.ASSOCIATION)
    ResponsibilityFactory(user=user, organisation=claim.organisation, trusted=True)
    assert not claims_for(user).exists()
    assert waiting_claims_for(user_with(Role.EDITOR)).count() == 1


def test_queue_asks_as_often_for_many_as_for_few(client, editor):
    counts = []
    for _ in range(2):
        ClaimFactory.create_batch(5)
        client.get(reverse("krav:index_results"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("krav:index_results"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_database_refuses_an_answered_claim_that_says_who():
    claim = ClaimFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(status="godkendt", handled_at=timezone.now())


def test_old_claims_are_forgotten(settings):
    settings.SUGGESTIONS_KEPT_DAYS = 30
    now = timezone.now()
    old, fresh = ClaimFactory(), ClaimFactory()
    Claim.objects.filter(pk=old.pk).update(created_at=now - timedelta(days=91))
    nobody = {"name": "", "own_email": "", "position": "", "evidence": ""}
    kept, done = (ClaimFactory(status="godkendt", handled_at=now - timedelta(days=age), **nobody) for age in (29, 31))
    out = StringIO()
    call_command("purge_claims", stdout=out)
    assert out.getvalue() == "Deleted 1 unanswered and 1 answered claims.\n"
    assert set(Claim.objects.all()) == {fresh, kept}
    assert not Claim.objects.filter(pk=done.pk).exists()
