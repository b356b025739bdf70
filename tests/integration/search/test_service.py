"""The whole answer, from the database through the engine of the settings."""

import pytest

from catalogue.choices import AccessibilityFeature
from catalogue.models import ActivityAccessibility
from search.engines import get_engine
from search.query import SearchQuery
from search.service import search
from tests.factories.catalogue import ActivityFactory, AreaFactory, VenueFactory

pytestmark = pytest.mark.django_db


def slugs(text, **parameters):
    query = SearchQuery.parse({"q": [text], **{name: [value] for name, value in parameters.items()}})
    return [hit.item.slug for hit in search(query).hits]


@pytest.fixture
def town():
    kommune = AreaFactory(name="Bybæk Kommune", slug="bybaek", postcodes=["9990"])
    return AreaFactory(name="Bybæk by", slug="bybaek-by", parent=kommune, postcodes=["9990"])


def test_entries_of_the_database_are_found_with_reasons_and_marks(reindex):
    ActivityFactory(title="Kor for alle", slug="kor", interests=["kor"])
    reindex()
    [hit] = search(SearchQuery(text="sangkor")).hits
    assert hit.item.slug == "kor"
    assert hit.reasons == ("Kor",)
    assert hit.highlights["title"][0] == ("Kor", True)


def test_place_named_by_postcode_or_name_comes_first(reindex, town):
    ActivityFactory(title="Kor A", slug="a", areas=[town], venue=VenueFactory(area=town))
    ActivityFactory(title="Kor B", slug="b")
    reindex()
    for text in ("kor i bybæk", "kor 9990", "kor bybaek"):
        results = search(SearchQuery(text=text))
        assert results.hits[0].item.slug == "a"
        assert results.fits_exactly


def test_asked_accessibility_never_shows_a_no(reindex):
    for slug, holds in (("ja", True), ("nej", False)):
        activity = ActivityFactory(title=f"Kor {slug}", slug=slug)
        ActivityAccessibility.objects.create(activity=activity, feature=AccessibilityFeature.WHEELCHAIR, holds=holds)
    ActivityFactory(title="Kor ved ikke", slug="ved-ikke")
    reindex()
    results = search(SearchQuery(text="kor", accessibility=("koerestolsvenlig",)))
    assert [(section.heading, [hit.item.slug for hit in section.hits]) for section in results.sections] == [
        ("", ["ja"]),
        ("Spørg arrangøren", ["ved-ikke"]),
    ]


@pytest.mark.parametrize("engine", [None, "database:"])
def test_profile_parts_what_suits_from_what_is_not_known_and_hides_a_no(reindex, engine):
    for slug, answers in (("ja", (True, True)), ("halvt", (True, None)), ("nej", (True, False))):
        activity = ActivityFactory(title=f"Kor {slug}", slug=slug)
        for feature, holds in zip(("trinfri_adgang", "koerestolsvenlig"), answers, strict=True):
            if holds is not None:
                ActivityAccessibility.objects.create(activity=activity, feature=feature, holds=holds)
    ActivityFactory(title="Kor i telefonen", slug="telefon", venue=None, delivery=("telefon",))
    reindex()
    query = SearchQuery(text="kor", accessibility=("jeg-bruger-koerestol",))
    results = search(query, engine=get_engine(engine) if engine else None)
    assert [(section.heading, sorted(hit.item.slug for hit in section.hits)) for section in results.sections] == [
        ("", ["ja", "telefon"]),
        ("Spørg arrangøren", ["halvt"]),
    ]
    counted = {value.value: value.count for facet in results.facets for value in facet.values}
    assert counted["jeg-bruger-koerestol"] == 2


def test_nothing_that_fits_is_said_and_nothing_breaks(reindex):
    ActivityFactory(title="Kor for alle")
    reindex()
    results = search(SearchQuery(text="opera"))
    assert not results.fits_exactly


def test_facets_stay_in_place_with_zero(reindex):
    ActivityFactory(title="Kor for alle", type="relationel")
    reindex()
    facet = next(one for one in search(SearchQuery(text="kor")).facets if one.parameter == "type")
    assert [(value.value, value.count) for value in facet.values] == [
        ("opsoegende", 0),
        ("forebyggende", 0),
        ("relationel", 1),
    ]


def test_same_number_of_queries_for_any_number_of_hits(reindex, django_assert_max_num_queries):
    for number in range(3):
        ActivityFactory(title=f"Kor {number}")
    reindex()
    search(SearchQuery(text="kor"))
    with django_assert_max_num_queries(9):
        few = search(SearchQuery(text="kor"))
    for number in range(3, 12):
        ActivityFactory(title=f"Kor {number}")
    reindex()
    search(SearchQuery(text="kor"))
    with django_assert_max_num_queries(9):
        many = search(SearchQuery(text="kor"))
    assert (few.total, many.total) == (3, 12)
