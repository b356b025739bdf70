"""Where professionals begin, and what hangs in the waiting room."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from catalogue.choices import Referrer, SignUp, Status
from referral.queries import Reach, reach_by_referrer
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


def test_who_may_propose_what_is_counted(django_assert_num_queries):
    ActivityFactory(referrers=["selv"])
    ActivityFactory(referrers=["alle"])
    ActivityFactory(referrers=["laege"], signup=SignUp.REFERRAL)
    ActivityFactory(referrers=["kommune"], signup=SignUp.REFERRAL)
    ActivityFactory(referrers=["laege"], live=False)
    ActivityFactory(referrers=["laege"], status=Status.ENDED)
    with django_assert_num_queries(1):
        reach = reach_by_referrer()
    assert reach[Referrer.GP] == Reach(all=3, by_referral=1)
    assert reach[Referrer.MUNICIPALITY] == Reach(all=3, by_referral=1)


def test_page_leads_each_profession_to_what_it_may_propose(client):
    ActivityFactory(referrers=["laege"], signup=SignUp.REFERRAL)
    html = client.get("/for-fagfolk/").content.decode()
    for who in (
        "Læge",
        "Hjemmepleje",
        "forebyggende hjemmebesøg",
        "socialrådgiver",
        "bibliotek",
        "boligsocial medarbejder",
    ):
        assert who in html
    assert 'href="/for-fagfolk/find/?henviser=laege"' in html
    assert 'href="/indsatskatalog/?henviser=kommune"' in html
    assert "Du kan foreslå 1 tilbud. 1 af dem kræver, at du henviser." in " ".join(html.split())


def test_every_page_leads_to_it(client):
    assert 'href="/for-fagfolk/"' in client.get("/indsatskatalog/").content.decode()


@pytest.mark.parametrize("name", ["plakat", "lommekort"])
def test_waiting_room_gets_one_tagged_sheet(client, name):
    response = client.get(f"/for-fagfolk/{name}.pdf")
    pdf = PdfReader(io.BytesIO(response.content))
    assert len(pdf.pages) == 1
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(pdf.pages[0].extract_text().split())
    assert text.count("Savner du nogen at være sammen med?") == (1 if name == "plakat" else 10)
