import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.understand import understand
from tests.factories.knowledge import make_knowledge

KNOWLEDGE = make_knowledge()


def concepts(text):
    return {concept.name for idea in understand(text, KNOWLEDGE).ideas for concept in idea.concepts}


def bound(text):
    return {(one.constraint.kind, one.constraint.name) for one in understand(text, KNOWLEDGE).bounds}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("jeg er alene hele dagen", "alene"),
        ("kender ingen her i byen", "ny"),
        ("jeg har mistet min mand", "sorg"),
        ("jeg keder mig", "keder"),
        ("jeg tør ikke gå derhen", "foelge"),
        ("spise fællesskab", "faellesspisning"),
        ("strikkeklubben", "haandarbejde"),
        ("mandegruppe", "maend"),
        ("walk and talk", "walkandtalk"),
        ("mothers group", "barsel"),
        ("60+", "aeldre"),
        ("min mand er blevet dement", "demens"),
        ("jeg kan ikke gå så godt", "bevaegelse"),
    ],
)
def test_lay_words_name_a_concept(text, concept):
    assert concept in concepts(text)


@pytest.mark.parametrize(
    ("text", "constraint"),
    [
        ("kan man komme i kørestol", ("access", "koerestolsvenlig")),
        ("om aftenen", ("time", "aften")),
        ("i weekenden", ("weekday", "weekend")),
        ("gratis", ("price", "gratis")),
        ("taler arabisk", ("language", "ar")),
        ("hjemme hos mig", ("delivery", "hjemme")),
        ("speaks english", ("language", "en")),
        ("uden tilmelding", ("signup", "ingen")),
        ("henvisning fra lægen", ("referrer", "laege")),
    ],
)
def test_constraint_is_understood(text, constraint):
    assert constraint in bound(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("kor i Nyborg", "ny-by"),
        ("kor i nyborg kommune", "ny-kommune"),
        ("5853", "5853"),
        ("gåtur i oerbaek", "ny-oerbaek"),
        ("ørbæks kor", "ny-oerbaek"),
        ("sønder højrup", "ny-sdr-hoej"),
        ("fæstningen", "ny-havnen"),
        ("svanedamscentret", "ny-svanedam"),
    ],
)
def test_place_is_understood(text, value):
    assert [where.place.value for where in understand(text, KNOWLEDGE).places] == [value]


def test_town_that_shares_its_name_with_the_kommune_means_both_the_town_first():
    [where] = understand("nyborg", KNOWLEDGE).places
    assert where.place.areas == ("ny-by", "ny-kommune")
    assert where.place.within == "ny-kommune"


def test_unknown_postcode_is_no_place():
    assert understand("9999", KNOWLEDGE).places == ()


@pytest.mark.parametrize(
    ("text", "years", "at_least"),
    [("jeg er 72", 72, False), ("for 60+", 60, True), ("18 år", 18, False), ("over 65", 65, True)],
)
def test_age_is_understood(text, years, at_least):
    age = understand(text, KNOWLEDGE).age
    assert (age.years, age.at_least) == (years, at_least)


@pytest.mark.parametrize("text", ["gåtur kl. 10", "24. december", "ring 12 34 56 78"])
def test_other_numbers_are_no_age(text):
    assert understand(text, KNOWLEDGE).age is None


def test_misspelt_word_is_corrected_and_told():
    understood = understand("en petank i gatur", KNOWLEDGE)
    assert [(one.typed, one.meant) for one in understood.corrected] == [("petank", "petanque"), ("gatur", "gåtur")]
    assert understood.corrected_text() == "en petanque i gåtur"


def test_two_words_that_make_a_known_one_are_not_corrected():
    understood = understand("sorg gruppe", KNOWLEDGE)
    assert understood.corrected == ()
    assert "sorg" in concepts("sorg gruppe")


def test_words_run_together_are_parted():
    assert "reparation" in concepts("repaircafe")


@pytest.mark.parametrize("text", ["skattekort", "byggetilladelse", "vejarbejde i byen"])
def test_word_that_nobody_knows_is_unknown(text):
    assert understand(text, KNOWLEDGE).unknown


@pytest.mark.parametrize("text", ["petank", "sorggrupper", "besøgsvenner", "mandekor", "kaffe"])
def test_known_misspelt_or_bent_word_is_not_unknown(text):
    assert understand(text, KNOWLEDGE).unknown == ()


def test_chip_span_takes_the_preposition_along():
    understood = understand("kor i Nyborg om aftenen", KNOWLEDGE)
    assert understood.without(understood.places[0].span) == "kor om aftenen"
    assert understood.without(understood.bounds[0].span) == "kor i Nyborg"


def test_constraint_wins_over_a_concept_of_the_same_words():
    understood = understand("udendørs", KNOWLEDGE)
    assert understood.ideas == ()
    assert [one.constraint.name for one in understood.bounds] == ["udendoers"]


def test_longer_phrase_wins_over_the_words_in_it():
    assert concepts("alene med børn") == {"enlige_foraeldre"}


def test_stop_word_asked_for_alone_is_taken_seriously():
    assert concepts("have") == {"have"}


@given(st.text(max_size=300))
def test_any_text_is_understood_somehow(text):
    understood = understand(text, KNOWLEDGE)
    for span in [*(one.span for one in understood.bounds), *(one.span for one in understood.places)]:
        assert 0 <= span.start < span.end <= len(understood.text)


def test_something_of_the_same_sort_is_kin_to_the_concept():
    [idea] = understand("tennis", KNOWLEDGE).ideas
    assert (idea.is_kin, [concept.name for concept in idea.concepts]) == (True, ["sport"])


def test_word_of_every_dictionary_is_not_read_by_its_head():
    assert "spil" not in concepts("kørekort")


def test_constraints_and_kin_are_not_lost_in_a_story():
    text = "jeg kan ikke gå så godt men vil gerne komme i form om formiddagen"
    assert ("time", "formiddag") in bound(text)
    assert {"bevaegelse", "motion"} <= concepts(text)


def test_age_rules_out_who_is_not_meant():
    assert "barsel" in concepts("mor til nyfødt")
    assert "moedre" in concepts("mor")
    assert "moedre" not in concepts("mor på 84 år")


def test_words_for_anything_name_a_concept_of_their_own():
    assert concepts("hvad sker der i korsør") == {"hvadsomhelst"}


@pytest.mark.parametrize(
    "text",
    [
        "gå en tur uden at snakke om følelser",
        "gå en tur, jeg vil ikke snakke om mine følelser",
        "gå en tur. gider ikke hele tiden at tale om det",
        "going for a walk without talking about feelings",
    ],
)
def test_what_is_not_wanted_is_not_searched_for(text):
    understood = understand(text, KNOWLEDGE)
    said = {word.text for idea in understood.ideas for word in idea.words}
    assert said & {"snakke", "tale", "talking", "følelser", "feelings", "mine"} == set()
    assert said, "the rest is searched for"


@pytest.mark.parametrize(
    "text", ["jeg har ikke nogen at snakke med", "kan ikke tale om det", "vil gerne snakke om sorg"]
)
def test_somebody_to_talk_to_is_a_need(text):
    said = {word.text for idea in understand(text, KNOWLEDGE).ideas for word in idea.words}
    assert said & {"snakke", "tale"}


def test_phrase_that_holds_the_denial_means_what_it_says():
    assert bound("noget uden at betale") == {("price", "gratis")}
