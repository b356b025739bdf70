from catalogue.choices import ActivityType
from search.presenters.addresses import Addresses
from search.presenters.ways_on import areas_meant, ways_on
from search.query import SearchQuery
from search.results import Relaxation, UnknownArea, WiderKind

from .answers import answer

LESS = Relaxation("Prøv uden »Kørestol«", SearchQuery(text="kor"), 12)
PLACE = Relaxation("Korsør", SearchQuery(text="kor", areas=("korsoer",)), 3, WiderKind.PLACE, 12.34)


def test_every_way_on_has_its_count_under_the_heading_of_its_kind():
    found = ways_on(answer(relaxations=(LESS, PLACE)), Addresses())
    assert [(group.heading, [(way.words, way.address, way.count) for way in group.ways]) for group in found.groups] == [
        ("Med et ønske mindre", [("Prøv uden »Kørestol«", "/indsatskatalog/?q=kor", 12)]),
        ("I nærheden", [("Korsør, 12 km væk", "/indsatskatalog/?q=kor&omraade=korsoer", 3)]),
    ]


def test_ways_on_stand_first_where_nothing_fits_and_after_the_little_that_does():
    assert ways_on(answer(relaxations=(LESS,)), Addresses()).first
    assert ways_on(answer(total=30, relaxations=(LESS,), fits_exactly=False), Addresses()).first
    assert not ways_on(answer(total=2, relaxations=(LESS,)), Addresses()).first


def test_answer_that_is_empty_has_someone_to_ring_even_without_ways():
    assert ways_on(answer(), Addresses()).ways == ()
    assert ways_on(answer(total=30), Addresses()) is None


def test_way_out_of_a_part_of_the_catalogue_leads_out_of_its_page():
    inside = Relaxation("Prøv uden »Mandag«", SearchQuery(text="kor", types=("opsoegende",)), 2)
    found = ways_on(answer(relaxations=(inside, LESS)), Addresses(ActivityType.OUTREACH))
    assert [way.address for way in found.ways] == ["/indsatskatalog/opsoegende/?q=kor", "/indsatskatalog/?q=kor"]


def test_areas_that_were_perhaps_meant_come_once_each_with_counts():
    unknown = UnknownArea("korsor", (PLACE, PLACE))
    assert [(way.address, way.count) for way in areas_meant(answer(unknown_areas=(unknown,)), Addresses())] == [
        ("/indsatskatalog/?q=kor&omraade=korsoer", 3)
    ]
