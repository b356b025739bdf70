"""What citizens see of entries that nobody has confirmed for long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.documents.registry import all_documents
from search.engines import get_engine, guarded
from search.query import SearchQuery
from search.service import search
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    today = timezone.localdate()
    ActivityFactory(title="Kor på Kanten", verified_on=today - timedelta(days=300))
    ActivityFactory(title="Kor i kirken", verified_on=today - timedelta(days=3))
    ActivityFactory(title="Banko", description="Et kor synger.", verified_on=today - timedelta(days=3))
    get_engine().rebuild(all_documents())
    guarded._circuit.answered(get_engine())


@pytest.mark.parametrize("engine", ["", "database:"])
@pytest.mark.parametrize("text", ["kor", ""])
def test_stale_entry_is_last_in_a_section_of_its_own(catalogue, engine, text):
    results = search(SearchQuery(text=text), engine=get_engine(engine) if engine else None)
    assert not results.degraded
    last = results.sections[-1]
    assert (last.heading, [hit.item.title for hit in last.hits]) == ("Ikke bekræftet for nylig", ["Kor på Kanten"])
    assert sum(section.total for section in results.sections) == 3


def test_only_match_is_a_match_although_it_is_stale(catalogue):
    results = search(SearchQuery(text="kanten"))
    assert results.fits_exactly
    assert [section.heading for section in results.sections] == ["Ikke bekræftet for nylig"]


def test_card_says_so(client, catalogue):
    html = client.get("/indsatskatalog/").content.decode()
    assert html.count("label-stale") == 1
    assert "Ring og hør, om det passer, før du tager af sted." in html
