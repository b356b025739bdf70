"""The note to the doctor: only with consent, only at the end, and read only by those who see the whole case."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from referral.life.choices import Company, ConsentKind, Decision, Event, ReadKind, State
from referral.models import Consent, FollowUp, Outcome, Referral, ReferralActivity, ReferralRead, ReferralStep
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db


def address(referral, name="") -> str:
    return f"/henvisninger/laegenotat/{referral.code}/{name}"


def agree(referral, kind) -> None:
    Consent.objects.create(referral=referral, kind=kind, given_at=timezone.now(), wording="Ja", wording_version=1)


def end(referral) -> None:
    Referral.objects.filter(pk=referral.pk).update(closed_at=timezone.now(), close_reason="fortsaetter")


@pytest.fixture
def over(case):
    """The case closed, with a yes to the note, a contact, and a follow-up."""
    agree(case.referral, ConsentKind.CLOSING_NOTE)
    contact_for(case.referral, first_name="Gudrun")
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.GOES_ON)
    ReferralStep.objects.create(
        referral=case.referral, entry=case.entry, event=Event.STEP, to_state=State.CAME, at=timezone.now()
    )
    Outcome.objects.create(
        referral=case.referral, attended=4, company=Company.RELATION, tils_before="8", tils_after="5"
    )
    FollowUp.objects.create(
        referral=case.referral, at=timezone.now(), decision=Decision.ENDS, company=Company.RELATION, note="Hemmeligt"
    )
    end(case.referral)
    return case


@pytest.fixture
def reader(client, over):
    client.force_login(over.network)
    return client


def test_the_note_says_what_xdis15_says(reader, over):
    page = reader.get(address(over.referral)).content.decode()
    for part in ("Afsender", "Modtager", "Personen", "Henvist af", "Periode", "Hvad der blev tilbudt", "Fremmøde"):
        assert f"{part}:" in page
    for said in (over.unit.name, over.entry.title, "kommet 4 gange", "en relation, der holder", "Gudrun", "afsluttes"):
        assert said in page
    assert over.referral.code.upper() in page
    assert "Hemmeligt" not in page


def test_tils_stands_in_it_only_with_consent(reader, over):
    assert "T-ILS" not in reader.get(address(over.referral)).content.decode()
    agree(over.referral, ConsentKind.TILS)
    assert "8 før, 5 efter" in reader.get(address(over.referral)).content.decode()


def test_the_paper_says_the_same(reader, over):
    response = reader.get(address(over.referral, "notat.pdf"))
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store, private"
    pdf = PdfReader(BytesIO(response.content))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert pdf.metadata.title == "Afslutningsnotat"
    for said in ("Gudrun", over.unit.name, "kommet 4 gange"):
        assert said in " ".join(words.split())


def test_reading_it_is_written_down(reader, over):
    reader.get(address(over.referral))
    reader.get(address(over.referral, "notat.pdf"))
    assert [(read.user, read.kind) for read in ReferralRead.objects.all()] == [(over.network, ReadKind.PAPER)] * 2


def test_without_consent_there_is_no_note(reader, over):
    over.referral.consents.filter(kind=ConsentKind.CLOSING_NOTE).update(withdrawn_at=timezone.now())
    page = reader.get(address(over.referral)).content.decode()
    assert "ikke sagt ja" in page and over.entry.title not in page
    assert reader.get(address(over.referral, "notat.pdf")).status_code == 404
    assert not ReferralRead.objects.exists()


def test_there_is_no_note_before_the_end(client, case):
    agree(case.referral, ConsentKind.CLOSING_NOTE)
    client.force_login(case.network)
    assert "når henvisningen er afsluttet" in client.get(address(case.referral)).content.decode()
    assert client.get(address(case.referral, "notat.pdf")).status_code == 404


def test_the_name_is_left_out_when_nobody_may_contact_the_person(reader, over):
    over.referral.consents.filter(kind=ConsentKind.CONTACTED).update(withdrawn_at=timezone.now())
    assert "Gudrun" not in reader.get(address(over.referral)).content.decode()


def test_whoever_never_came_is_said_not_to_have_come(reader, over):
    Outcome.objects.all().delete()
    ReferralStep.objects.filter(to_state=State.CAME).delete()
    assert "Personen er ikke kommet." in reader.get(address(over.referral)).content.decode()


@pytest.mark.parametrize(
    "who",
    ["another unit", "another organisation", "another area's network worker", "another area's coordinator", "own"],
)
@pytest.mark.parametrize("name", ["", "notat.pdf"])
def test_strangers_and_organisations_find_no_note(client, over, who, name):
    client.force_login(over.association if who == "own" else over.strangers[who])
    assert client.get(address(over.referral, name)).status_code == 404
    assert not ReferralRead.objects.exists()


@pytest.mark.parametrize("name", ["", "notat.pdf"])
def test_a_guessed_code_is_nobodys(reader, name):
    assert reader.get(f"/henvisninger/laegenotat/0000000000000/{name}").status_code == 404
