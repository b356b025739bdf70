"""The slip as PDF: tagged, in both languages, on the paper that was asked for."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from referral.slips.paper import PAPERS
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral import SlipFactory

pytestmark = pytest.mark.django_db
POINTS = {"a4": (595, 842), "a5": (420, 595)}


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_paper_says_what_the_page_says(client, paper):
    activity = ActivityFactory(title="Koret i Sunds", contact_phone="00 11 22 33", first_visit="Spørg efter Kirsten.")
    slip = SlipFactory(activities=[activity])
    pdf = read(client, f"/s/{slip.code}/{paper}.pdf")
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for said in ("Forslag til dig", "Koret i Sunds", "00 11 22 33", "Spørg efter Kirsten.", f"/s/{slip.code}"):
        assert said in text
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == POINTS[PAPERS[paper].size]


def test_paper_is_tagged_and_says_its_title_and_language(client):
    slip = SlipFactory(language="ar")
    pdf = read(client, f"/s/{slip.code}/a4.pdf")
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert pdf.metadata.title == "Forslag til dig"
    assert "pdfuaid" in pdf.xmp_metadata.stream.get_data().decode()


def test_language_can_be_changed(client):
    slip = SlipFactory(activities=[ActivityFactory()])
    text = read(client, f"/s/{slip.code}/a4.pdf?sprog=pl").pages[0].extract_text()
    assert "Kiedy" in text and "Hvornår" in text


def test_title_that_looks_like_code_is_printed_as_it_is(client):
    slip = SlipFactory(activities=[ActivityFactory(title='#image("/etc/passwd") $x$ *fed*')])
    assert '#image("/etc/passwd") $x$ *fed*' in read(client, f"/s/{slip.code}/a4.pdf").pages[0].extract_text()


def test_paper_that_does_not_exist_is_not_found(client):
    assert client.get(f"/s/{SlipFactory().code}/a3.pdf").status_code == 404


def test_code_that_does_not_exist_is_not_found(client):
    assert client.get("/s/0000000000000/a4.pdf").status_code == 404
