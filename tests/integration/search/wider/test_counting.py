"""Where little fits there are ways on, each with the number that its own page says, for one more question."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Site

from home.models import SiteSettings
from search.engines import get_engine
from search.engines.embedded import EmbeddedEngine
from search.plan import Plan
from search.query import SearchQuery
from search.results import WiderKind
from search.service import search
from tests.factories.catalogue import ActivityFactory, AreaFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def towns(reindex):
    """A choir in Bybæk on Mondays, and three in Granby, five kilometres away."""
    kommune = AreaFactory(name="Bybæk Kommune", slug="bybaek", latitude=55.40, longitude=11.30)
    here = AreaFactory(name="Bybæk by", slug="bybaek-by", parent=kommune, latitude=55.40, longitude=11.30)
    AreaFactory(name="Vestby", slug="vestby", parent=kommune, latitude=55.41, longitude=11.20)
    there = AreaFactory(name="Granby", slug="granby", parent=kommune, latitude=55.43, longitude=11.36)
    ActivityFactory(title="Kor i byen", areas=[here], venue=VenueFactory(area=here))
    for number in range(3):
        ActivityFactory(title=f"Kor i granerne {number}", areas=[there], venue=VenueFactory(area=there))
    reindex()


@pytest.mark.parametrize("engine", ["", "database:"])
def test_counts_are_those_of_the_pages_that_they_lead_to(towns, engine):
    asked = get_engine(engine or None)
    results = search(SearchQuery(text="kor", areas=("bybaek-by",)), engine=asked)
    assert [hit.item.title for hit in results.hits] == ["Kor i byen"]
    found = {one.label: one for one in results.relaxations}
    assert {label: one.count for label, one in found.items()} == {"Prøv uden »Bybæk by«": 4, "Granby": 3}
    assert 4 < found["Granby"].km < 6
    for one in results.relaxations:
        assert search(one.query, engine=asked).total == one.count


def test_almost_right_is_offered_where_nothing_at_all_was_found(towns):
    found = {one.label: one.count for one in search(SearchQuery(text="kor i vestby", weekdays=("man",))).relaxations}
    assert found["Prøv uden »Mandag«"] == search(SearchQuery(text="kor i vestby")).total == 4


def test_one_further_question_counts_them_all(towns, monkeypatch):
    asked: list[int] = []

    def counted(self: EmbeddedEngine, plans: Any, real: Any = EmbeddedEngine.search_many) -> Any:
        asked.append(len(plans))
        return real(self, plans)

    monkeypatch.setattr(EmbeddedEngine, "search_many", counted)
    search(SearchQuery(text="kor på mandag", areas=("bybaek-by",), age=70))
    first, further = asked
    assert first < 3 and further > 5


def test_nothing_more_is_asked_where_enough_fits(towns, monkeypatch):
    ActivityFactory(title="Kor i en skov")
    get_engine().update([])
    asked: list[Plan] = []
    monkeypatch.setattr(
        EmbeddedEngine,
        "search_many",
        lambda self, plans, real=EmbeddedEngine.search_many: asked.append(plans) or real(self, plans),
    )
    results = search(SearchQuery())
    assert (results.relaxations, len(asked)) == ((), 1)


def test_nothing_found_and_nothing_near_leads_to_the_doors_with_counts(towns):
    results = search(SearchQuery(organisations=("findes-ikke",), text="xqzwv"))
    assert {one.kind for one in results.relaxations} <= {WiderKind.DOOR, WiderKind.LESS}
    assert all(one.count for one in results.relaxations)


def test_unknown_area_is_named_and_the_real_ones_are_proposed_with_counts(client, towns):
    page = client.get("/indsatskatalog/?q=kor&omraade=bybak").content.decode()
    assert "Vi kender ikke området »bybak«" in page
    assert "Vi fandt ikke noget" not in page
    results = search(SearchQuery(text="kor", areas=("bybak",)))
    assert {one.query.areas: one.count for one in results.unknown_areas[0].proposals} == {
        ("bybaek-by",): 1,
        ("bybaek",): 4,
    }


def test_unknown_place_near_which_to_look_has_the_real_ones_proposed(towns):
    query = SearchQuery.parse({"q": ["kor"], "naer": ["bybak"]})
    proposed = search(query).unknown_areas[0].proposals
    assert {one.query.areas: one.count for one in proposed} == {("bybaek-by",): 1, ("bybaek",): 4}


def test_page_of_a_dead_end_shows_ways_with_counts_and_whom_to_ring(client, towns, django_assert_max_num_queries):
    SiteSettings.objects.update_or_create(site=Site.objects.get(), defaults={"phone": "12 34 56 78"})
    client.get("/indsatskatalog/?q=kor")
    with django_assert_max_num_queries(12):
        page = client.get("/indsatskatalog/?q=kor&omraade=bybaek-by").content.decode()
    part = page[
        page.index('aria-labelledby="ways-on"') : page.index("</section>", page.index('aria-labelledby="ways-on"'))
    ]
    assert "Granby, 5" in part and "– 3</span>" in part and "tel:12345678" in part
