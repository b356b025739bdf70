"""What a plan finds, asked of the engine in plain Python."""

from datetime import date

import pytest

from search.choices import Sort
from search.documents import IndexDocument
from search.language.analysis import index_text
from search.planning import make_plan
from search.query import SearchQuery
from search.schema import NO_AGE_MAX, KeywordField, NumberField, TextField
from search.understanding.understand import understand
from tests.contracts.search.reference import ReferenceEngine
from tests.factories.knowledge import make_knowledge

KNOWLEDGE = make_knowledge()
TODAY = date(2026, 11, 22)


def entry(title, *, summary="", body="", ages=(0, NO_AGE_MAX), location=None, verified=20261101, **keywords):
    values = {"status": "aktiv", "signup": "ingen", "character": "faellesskab", "kind": "activity", **keywords}
    return IndexDocument(
        id=title,
        kind="activity",
        text={
            TextField.TITLE: index_text(title),
            TextField.SUMMARY: index_text(summary),
            TextField.BODY: index_text(body),
        },
        keywords={KeywordField(k): (v,) if isinstance(v, str) else tuple(v) for k, v in values.items()},
        numbers={
            NumberField.AGE_MIN: (ages[0],),
            NumberField.AGE_MAX: (ages[1],),
            NumberField.VERIFIED: (verified,),
        },
        location=location,
    )


def ask(text, *entries, **parameters):
    query = SearchQuery.parse({"q": [text], **{name: [value] for name, value in parameters.items()}})
    planned = make_plan(query, understand(query.text, KNOWLEDGE), KNOWLEDGE, TODAY)
    engine = ReferenceEngine()
    engine.rebuild(entries)
    return planned, engine.search(planned.plan)


def order(text, *entries, **parameters):
    return [hit.id for hit in ask(text, *entries, **parameters)[1].hits]


def tiers(text, *entries, **parameters):
    planned, found = ask(text, *entries, **parameters)
    return {hit.id: planned.tiers[hit.tier] for hit in found.hits}


def test_title_comes_before_a_mention():
    about, mention = entry("Gåture i skoven"), entry("Banko", body="Vi går også en gåtur.")
    assert order("gåtur", mention, about) == ["Gåture i skoven", "Banko"]


def test_another_word_of_the_same_concept_is_found():
    assert order("strikkeklub", entry("Håndarbejde i stuen"), entry("Fodbold")) == ["Håndarbejde i stuen"]


def test_editors_synonym_of_a_term_is_found():
    assert order("traveture", entry("Ud i det blå", interest="gaature"), entry("Fodbold")) == ["Ud i det blå"]


def test_lay_sentence_finds_without_sharing_a_word():
    found = order("jeg har mistet min mand", entry("Sorggruppe"), entry("Fodbold for alle"))
    assert found == ["Sorggruppe"]


def test_running_entry_comes_before_one_on_pause():
    running, paused = entry("Kor i Øst"), entry("Kor i Nord", status="pause")
    assert order("kor", paused, running) == ["Kor i Øst", "Kor i Nord"]


def test_place_binds_and_the_kommune_comes_parted_after_it():
    there = entry(
        "Kor i byen", area=("ny-by", "ny-kommune"), reach=("ny-by", "ny-kommune"), venue_area=("ny-by", "ny-kommune")
    )
    near = entry("Kor og sangkor", area=("ny-oerbaek", "ny-kommune"), reach=("ny-oerbaek", "ny-kommune"))
    far = entry("Kor for alle, kor", area=("xx",), reach=("xx",))
    assert tiers("kor i ørbæk", there, near, far) == {
        "Kor og sangkor": "fits",
        "Kor i byen": "nearby",
        "Kor for alle, kor": "rest",
    }


def test_what_comes_to_people_fits_wherever_it_reaches():
    phone = entry("Kor på telefon", area="ny-kommune", reach=("ny-kommune", "ny-by", "ny-oerbaek"), delivery="telefon")
    elsewhere = entry("Kor", area=("ny-by", "ny-kommune"), reach=("ny-by", "ny-kommune"))
    assert tiers("kor i ørbæk", phone, elsewhere) == {"Kor på telefon": "fits", "Kor": "nearby"}


def test_passing_mention_in_the_place_comes_after_the_thing_itself_nearby():
    mention = entry("Banko", body="Vi synger i kor.", area=("ny-oerbaek", "ny-kommune"), reach=("ny-oerbaek",))
    thing = entry("Kor", area=("ny-by", "ny-kommune"), reach=("ny-by", "ny-kommune"))
    assert order("kor i ørbæk", mention, thing) == ["Kor", "Banko"]


def test_asked_accessibility_yes_before_unknown_and_never_no():
    yes = entry("Kaffe", access_yes="koerestolsvenlig")
    unknown, no = entry("Kaffe og kage"), entry("Kaffeklub", access_no="koerestolsvenlig")
    assert tiers("kaffe for kørestol", no, unknown, yes) == {"Kaffe": "fits", "Kaffe og kage": "unsure"}
    assert tiers("kaffe", no, unknown, yes, adgang="koerestolsvenlig") == {"Kaffe": "fits", "Kaffe og kage": "unsure"}


def test_constraint_alone_finds_what_meets_it():
    evening, morning = entry("Kor", time="aften"), entry("Yoga", time="formiddag")
    assert order("om aftenen", evening, morning) == ["Kor"]


def test_constraint_with_a_wish_orders_and_empties_nothing():
    assert tiers("kor om aftenen", entry("Kor", time="formiddag")) == {"Kor": "unsure"}


def test_age_outside_the_range_comes_last():
    young, open_to_all = entry("Kor for unge", ages=(15, 25)), entry("Kor")
    assert order("kor jeg er 72", young, open_to_all) == ["Kor", "Kor for unge"]


@pytest.mark.parametrize(
    ("parameters", "left"),
    [
        ({"type": "relationel"}, ["Kor a"]),
        ({"omraade": "ny-by"}, ["Kor a"]),
        ({"interesse": "kor"}, ["Kor a"]),
        ({"alder": "70"}, ["Kor a"]),
        ({"dag": "man"}, ["Kor a"]),
        ({"pris": "gratis"}, ["Kor a"]),
        ({"arrangoer": "koret"}, ["Kor a"]),
    ],
)
def test_chosen_filter_is_hard(parameters, left):
    a = entry(
        "Kor a", type="relationel", reach="ny-by", interest="kor", weekday="man", price="gratis", organisation="koret"
    )
    b = entry("Kor b", type="opsoegende", ages=(0, 30))
    assert order("kor", a, b, **parameters) == left


def test_near_measures_from_the_area_and_keeps_what_comes_home():
    home = entry("Kor hjemme", reach=("ny-by", "ny-kommune"), delivery="hjemme", location=None)
    far = entry("Kor i Kina", location=(35.0, 105.0))
    close = entry("Kor her", location=(55.31, 10.79))
    assert set(order("kor", home, far, close, naer="55.31,10.79", radius="5")) == {"Kor her"}
    planned, _found = ask("kor", close, naer="55.31,10.79", sorter="afstand")
    assert (planned.plan.sort, planned.plan.origin) == (Sort.DISTANCE, (55.31, 10.79))


def test_sort_by_distance_needs_somewhere_to_measure_from():
    planned, _found = ask("kor", entry("Kor"), sorter="afstand")
    assert planned.plan.sort == Sort.RELEVANCE


def test_nothing_asked_finds_everything():
    assert set(order("", entry("Kor"), entry("Yoga"))) == {"Kor", "Yoga"}


def test_weights_are_never_negative():
    planned, _found = ask("jeg er alene i nyborg om aftenen", entry("Kor"))
    assert all(one.weight >= 0 for group in planned.plan.groups for one in group.alternatives)
    assert all(bonus.weight >= 0 for bonus in planned.plan.bonuses)


def test_kin_is_shown_but_not_as_the_thing_itself():
    assert tiers("tennis", entry("Sport for alle")) == {"Sport for alle": "rest"}
    assert tiers("tennis", entry("Sport og tennis")) == {"Sport og tennis": "fits"}


@pytest.mark.parametrize("text", ["", "kor", "kor i korsør", "kor mandag"])
@pytest.mark.parametrize("sort", list(Sort))
def test_what_nobody_has_confirmed_for_long_comes_last(text, sort):
    stale = entry("Kor på kanten", verified=20260101, area="korsoer", weekday="man")
    fresh = entry("Bankospil", body="Et kor synger.", verified=20261001)
    never = entry("Kor", verified=0)
    planned, found = ask(text, stale, fresh, never, sorter=sort)
    assert next(hit.id for hit in found.hits) == "Bankospil"
    assert [hit.tier < planned.stale_from for hit in found.hits] == [True, False, False]


def test_stale_from_the_day_that_the_settings_say(settings):
    settings.FRESHNESS_LETTER_DAYS, settings.FRESHNESS_REMINDER_DAYS, settings.FRESHNESS_MARK_DAYS = 10, 3, 2
    planned, found = ask("", entry("Ny", verified=20261108), entry("Gammel", verified=20261107))
    assert {hit.id: hit.tier < planned.stale_from for hit in found.hits} == {"Ny": True, "Gammel": False}
