"""The person takes home what they said yes to and how to say no again: on paper, in a text message, in a letter."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from catalogue.choices import Language
from catalogue.sharing.sms import segments
from home.models import SiteSettings
from referral.life.choices import ConsentKind
from referral.life.wordings import WORDINGS
from referral.models import Consent, Referral, ReferralRead
from referral.privacy.own.content import own_paper
from referral.privacy.own.texts import own_letter, own_sms
from referral.privacy.own.words import WORDS
from referral.privacy.withdrawal_keys import key_of
from referral.slips import fixed_words
from referral.slips.paper import PAPERS
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
PHONE = "58 57 40 00"


@pytest.fixture
def given(case):
    """Has said yes to be referred and to be contacted, orally, to Rikke."""
    contact_for(case.referral, address="Havnegade 4")
    Consent.objects.update(recorded_by=case.referrer, wording="Ja, I må henvise mig.")
    site = SiteSettings.objects.first() or SiteSettings.for_site(_site())
    site.phone = PHONE
    site.save()
    return case


def _site():
    from wagtail.models import Site

    return Site.objects.get(is_default_site=True)


@pytest.fixture
def handing(client, given):
    client.force_login(given.referrer)
    return client


def page_of(case, name: str = "") -> str:
    return f"/henvisninger/{case.referral.code}/samtykke/{name}"


def read(response) -> str:
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return " ".join(" ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(response.content)).pages).split())


def content(case, language: str = ""):
    standing = case.referral.consents.select_related("recorded_by")
    return own_paper(case.referral, standing, SiteSettings.for_site(_site()), language)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_paper_says_what_was_agreed_to_and_how_to_say_no(handing, given, paper):
    text = read(handing.get(page_of(given, f"{paper}.pdf")))
    key = key_of(given.referral)
    for said in ("Dit samtykke", "Ja, I må henvise mig.", "mundtligt", "Rikke", given.unit.name, PHONE):
        assert said in text
    assert key in text.replace(" ", "")
    assert given.referral.code[:5].upper() in text


def test_paper_names_neither_the_person_nor_what_they_were_referred_to(handing, given):
    text = read(handing.get(page_of(given, "a4.pdf")))
    for word in ("Gudrun", "58 12", "Havnegade", given.activity.title, given.organisation.name):
        assert word not in text


def test_page_prints_shows_and_sends_it_without_the_key_in_an_address_of_ours(handing, given):
    page = handing.get(page_of(given)).content.decode()
    key = key_of(given.referral)
    assert f"/samtykke/{key}" in page
    for paper in PAPERS:
        assert page_of(given, f"{paper}.pdf") in page
    links = [part.partition('"')[0] for part in page.split('href="')[1:]]
    assert [link for link in links if key in link and not link.startswith("sms:")] == []


def test_case_leads_to_it(handing, given):
    assert f'href="{page_of(given)}#own"' in handing.get(f"/henvisninger/{given.referral.code}/").content.decode()


def test_person_who_reads_another_language_has_it_beside_the_danish(handing, given):
    Referral.objects.update(language=Language.POLISH)
    text = read(handing.get(page_of(given, "a4.pdf")))
    assert WORDS[Language.POLISH].how in text and WORDS[Language.DANISH].how in text
    assert WORDS[Language.POLISH].kinds[0] in text
    assert WORDS[Language.TURKISH].how in read(handing.get(page_of(given, "a4.pdf?sprog=tr")))
    assert WORDS[Language.POLISH].how in read(handing.get(page_of(given, "a4.pdf?sprog=nonsense")))


def test_words_are_there_in_the_languages_of_the_slips():
    assert set(WORDS) == set(fixed_words.WORDS)
    assert {len(words.kinds) for words in WORDS.values()} == {len(ConsentKind)}


@pytest.mark.parametrize("language", sorted(WORDS))
def test_text_message_is_two_at_most_and_says_nothing_of_what_it_is_about(given, language):
    sms = own_sms(content(given, language))
    assert segments(sms) <= 2
    assert sms.endswith(f"/samtykke/{key_of(given.referral)}/")
    for word in ("henvis", "ensom", "Gudrun", given.unit.name):
        assert word not in sms


def test_letter_has_the_words_that_were_agreed_to(given):
    letter = own_letter(content(given), given.unit.name)
    for said in ("Ja, I må henvise mig.", f"/samtykke/{key_of(given.referral)}/", PHONE, given.unit.name):
        assert said in letter
    assert "Gudrun" not in letter


def test_yes_that_was_taken_back_is_on_no_paper(handing, given, ledger):
    Consent.objects.filter(kind=ConsentKind.CONTACTED).update(withdrawn_at=given.referral.created_at)
    text = read(handing.get(page_of(given, "a4.pdf")))
    assert WORDS["da"].kinds[0] in text and WORDS["da"].kinds[1] not in text
    Consent.objects.update(withdrawn_at=given.referral.created_at)
    assert handing.get(page_of(given, "a4.pdf")).status_code == 404
    assert "sms-text" not in handing.get(page_of(given)).content.decode()


def test_printing_it_is_written_down_and_kept_by_nobody(handing, given):
    response = handing.get(page_of(given, "a5.pdf"))
    assert response["Cache-Control"] == "no-store, private"
    assert [row.user for row in ReferralRead.objects.all()] == [given.referrer]


@pytest.mark.parametrize("who", ["another unit", "another organisation", "another area's coordinator", "own"])
def test_strangers_and_organisations_find_no_paper(client, given, who):
    client.force_login(given.association if who == "own" else given.strangers[who])
    assert client.get(page_of(given, "a4.pdf")).status_code == 404
    assert not ReferralRead.objects.exists()


def test_paper_of_no_kind_and_of_no_referral_is_not_found(handing, given):
    assert handing.get(page_of(given, "a3.pdf")).status_code == 404
    assert handing.get("/henvisninger/0000000000000/samtykke/a4.pdf").status_code == 404


def test_page_is_asked_in_few_queries(handing, given, django_assert_max_num_queries):
    for kind in (ConsentKind.TILS, ConsentKind.CLOSING_NOTE):
        Consent.objects.create(
            referral=given.referral,
            kind=kind,
            given_at=given.referral.created_at,
            recorded_by=given.referrer,
            wording=str(WORDINGS[kind].text),
            wording_version=1,
        )
    handing.get(page_of(given))
    with django_assert_max_num_queries(15):
        handing.get(page_of(given))
