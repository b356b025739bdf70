"""Which other questions are near one; how many fit them is counted in `tests/integration/search/wider/`."""

from dataclasses import replace

import pytest

from search.query import SearchQuery
from search.results import WiderKind
from search.service import ask
from search.understanding.places import AreaName, Gazetteer
from search.wider.candidates import candidates, doors
from tests.factories.knowledge import VENUES, make_knowledge

AREAS = [
    AreaName("ny-kommune", "Nyborg Kommune", None, (), (55.31, 10.79)),
    AreaName("ny-by", "Nyborg by", "ny-kommune", ("5800",), (55.31, 10.79)),
    AreaName("ny-havnen", "Havnen og Fæstningen", "ny-by", (), (55.312, 10.795)),
    AreaName("ny-oerbaek", "Ørbæk", "ny-kommune", ("5853",), (55.26, 10.67)),
    AreaName("ny-vindinge", "Vindinge", "ny-kommune", ("5871",), (55.30, 10.75)),
    AreaName("langt-vaek", "Skagen", None, (), (57.72, 10.58)),
    AreaName("langt-by", "Skagen by", "langt-vaek", ("9990",), (57.72, 10.58)),
]
KNOWLEDGE = replace(make_knowledge(), gazetteer=Gazetteer(AREAS, VENUES))


def near(kind: WiderKind, text: str = "", **chosen):
    asked = ask(SearchQuery(text=text, **chosen), KNOWLEDGE)
    return {one.label: one.query for one in candidates(asked) if one.kind == kind and not one.drastic}


def test_each_wish_can_be_left_out():
    found = near(
        WiderKind.LESS, "kor mandag", accessibility=("handicapparkering", "teleslynge"), weekdays=("man", "tir"), age=70
    )
    assert {label: query.urlencode() for label, query in found.items()} == {
        "Prøv uden »Mandag«": "q=kor&adgang=handicapparkering&adgang=teleslynge&dag=man&dag=tir&alder=70",
        "Prøv uden »Teleslynge«": "q=kor+mandag&adgang=handicapparkering&dag=man&dag=tir&alder=70",
        "Prøv uden »Handicapparkering«": "q=kor+mandag&adgang=teleslynge&dag=man&dag=tir&alder=70",
        "Prøv uden »ugedag«": "q=kor+mandag&adgang=handicapparkering&adgang=teleslynge&alder=70",
        "Prøv uden »alder«": "q=kor+mandag&adgang=handicapparkering&adgang=teleslynge&dag=man&dag=tir",
    }


def test_word_that_nobody_knows_can_be_left_out_or_spelt_otherwise():
    assert near(WiderKind.LESS, "kor xylofon")["Prøv uden »xylofon«"].text == "kor"
    assert "kor" in {query.text for query in near(WiderKind.SPELT, "korn").values()}


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("kor i nyborg", {}), ("kor", {"areas": ("ny-by",)}), ("kor", {"near": "5800"}), ("kor", {"near": "nyborg"})],
)
def test_the_same_wish_in_the_nearest_areas_around(text, chosen):
    asked = ask(SearchQuery(text=text, **chosen), KNOWLEDGE)
    found = [one for one in candidates(asked) if one.kind == WiderKind.PLACE and one.km is not None]
    assert [(one.label, one.query.text, one.query.areas, one.query.near) for one in found] == [
        ("Vindinge", "kor", ("ny-vindinge",), ""),
        ("Ørbæk", "kor", ("ny-oerbaek",), ""),
    ]
    assert [round(one.km) for one in found] == [3, 9]


def test_further_away_from_the_same_place():
    assert near(WiderKind.PLACE, near="5800", radius=5)["Op til 10 km væk"].radius == 10


def test_other_days_and_times_whether_typed_or_chosen():
    typed = near(WiderKind.TIME, "kor mandag aften")
    assert (typed["Torsdag"].text, typed["Torsdag"].weekdays) == ("kor aften", ("tor",))
    assert (typed["Formiddag (før kl. 12)"].text, "Mandag" in typed) == ("kor mandag", False)
    assert near(WiderKind.TIME, weekdays=("man",))["Torsdag"].weekdays == ("tor",)


def test_a_week_later():
    query = SearchQuery.parse({"fra": ["2026-11-23"], "til": ["2026-11-29"]})
    [later] = near(WiderKind.TIME, date_from=query.date_from, date_to=query.date_to).values()
    assert later.urlencode() == "fra=2026-11-30&til=2026-12-06"


def test_more_than_one_wish_can_be_given_up_for_want_of_else():
    asked = ask(SearchQuery(text="kor i nyborg på mandag", accessibility=("teleslynge",)), KNOWLEDGE)
    drastic = {one.label: one.query.urlencode() for one in candidates(asked) if one.drastic}
    assert drastic == {
        "Kun »kor«": "q=kor",
        "Vindinge på alle dage": "q=kor&omraade=ny-vindinge&adgang=teleslynge",
        "Ørbæk på alle dage": "q=kor&omraade=ny-oerbaek&adgang=teleslynge",
    }


def test_question_without_anything_near_has_none_and_never_itself():
    assert candidates(ask(SearchQuery(text="kor"), KNOWLEDGE)) == []
    assert [one.query.urlencode() for one in doors()] == ["type=opsoegende", "type=forebyggende", "type=relationel", ""]
