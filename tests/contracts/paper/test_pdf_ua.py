"""All that the portal prints is PDF/UA-1, as veraPDF reads it: a blind person can hear the paper."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pypdf import PdfWriter

from referral.life.choices import CloseReason, ConsentKind
from referral.models import Referral
from referral.slips.fixed_words import WORDS
from referral.slips.paper import PAPERS
from tests.conftest import missing
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral import SlipFactory
from tests.factories.referral_cases import ReferralFactory
from tests.services import verapdf

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def _installed():
    if verapdf.archives() is None:
        missing("verapdf", "veraPDF is not installed: bin/install-services")


def test_slips_posters_and_cards_are_without_fault(client, tmp_path):
    slip = SlipFactory(activities=[ActivityFactory(first_visit="Spørg efter Kirsten.") for _ in range(6)])
    addresses = {
        f"seddel-{paper}-{language}.pdf": f"/s/{slip.code}/{paper}.pdf?sprog={language}"
        for paper in PAPERS
        for language in WORDS
    }
    addresses |= {name: f"/for-fagfolk/{name}" for name in ("plakat.pdf", "lommekort.pdf")}
    files = []
    for name, address in addresses.items():
        response = client.get(address)
        assert response.status_code == 200, address
        files.append(tmp_path / name)
        files[-1].write_bytes(response.content)
    assert len(files) > 10
    assert verapdf.complaints(files) == {}


def test_the_note_to_the_doctor_is_without_fault(client, tmp_path):
    referral = ReferralFactory(consents=[ConsentKind.REFERRED, ConsentKind.CLOSING_NOTE])
    Referral.objects.update(closed_at=timezone.now(), close_reason=CloseReason.ENOUGH)
    client.force_login(referral.referrer)
    response = client.get(f"/henvisninger/laegenotat/{referral.code}/notat.pdf")
    assert response.status_code == 200
    file = tmp_path / "notat.pdf"
    file.write_bytes(response.content)
    assert verapdf.complaints([file]) == {}


def test_the_persons_own_paper_is_without_fault(client, tmp_path):
    referral = ReferralFactory(consents=list(ConsentKind))
    client.force_login(referral.referrer)
    files = []
    for paper in PAPERS:
        for language in WORDS:
            response = client.get(f"/henvisninger/{referral.code}/samtykke/{paper}.pdf?sprog={language}")
            assert response.status_code == 200
            files.append(tmp_path / f"{paper}-{language}.pdf")
            files[-1].write_bytes(response.content)
    assert verapdf.complaints(files) == {}


def test_fault_is_seen(tmp_path):
    """A page without tags or title is no PDF/UA: a checker that never complains would pass everything."""
    untagged = tmp_path / "uden-opmaerkning.pdf"
    writer = PdfWriter()
    writer.add_blank_page(width=300, height=300)
    writer.write(untagged)
    assert set(verapdf.complaints([untagged])) == {untagged.name}
