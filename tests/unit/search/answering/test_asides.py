from search.answering.asides import chips, corrections
from search.query import SearchQuery
from search.understanding.understand import understand
from tests.factories.knowledge import make_knowledge

KNOWLEDGE = make_knowledge()


def test_each_chip_leads_to_the_question_without_its_words():
    query = SearchQuery(text="kor i Nyborg for mænd om aftenen")
    found = chips(query, understand(query.text, KNOWLEDGE))
    assert [(str(chip.label), chip.without.text) for chip in found] == [
        ("Nyborg by", "kor for mænd om aftenen"),
        ("Mænd", "kor i Nyborg om aftenen"),
        ("Aften (efter kl. 17)", "kor i Nyborg for mænd"),
    ]


def test_chip_points_at_its_words():
    query = SearchQuery(text="gåtur for 60+")
    [chip] = [chip for chip in chips(query, understand(query.text, KNOWLEDGE)) if chip.kind == "alder"]
    assert query.text[chip.start : chip.end] == "60+"


def test_correction_offers_the_question_spelt_as_read():
    query = SearchQuery(text="petank og gatur", types=("relationel",))
    found = corrections(query, understand(query.text, KNOWLEDGE))
    assert [(one.typed, one.corrected) for one in found] == [("petank", "petanque"), ("gatur", "gåtur")]
    assert {one.instead.text for one in found} == {"petanque og gåtur"}
    assert {one.instead.types for one in found} == {("relationel",)}
