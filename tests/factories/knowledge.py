"""A small made-up kommune to understand questions in."""

from search.language.lexicon import Lexicon
from search.schema import KeywordField
from search.understanding.concepts import file_concepts
from search.understanding.knowledge import Knowledge
from search.understanding.places import AreaName, Gazetteer, VenueName
from search.understanding.thesaurus import Term, Thesaurus

AREAS = [
    AreaName("ny-kommune", "Nyborg Kommune", None, ("5800", "5853", "5871")),
    AreaName("ny-by", "Nyborg by", "ny-kommune", ("5800",)),
    AreaName("ny-havnen", "Havnen og Fæstningen", "ny-by", ("5800",)),
    AreaName("ny-oerbaek", "Ørbæk", "ny-kommune", ("5853",)),
    AreaName("ny-sdr-hoej", "Sdr. Højrup", "ny-kommune", ("5871",)),
]
VENUES = [
    VenueName("ny-bibliotek", "Nyborg Bibliotek", "ny-by"),
    VenueName("ny-svanedam", "Svanedamscentret", "ny-by"),
]
TEXTS = [
    "Gåtur i skoven",
    "Strikkecafé for alle",
    "Sorggruppe for efterladte",
    "Petanque i haven",
    "Repair café",
    "Besøgsven fra foreningen",
    "En frivillig ringer hver morgen",
    "Kor for voksne",
    "Motionscafé med kaffe",
]


def make_knowledge() -> Knowledge:
    """Knowledge of Nyborg: five areas, two venues, all concepts, and the words of a few entries."""
    terms = [
        Term(KeywordField.INTEREST, "gaature", "gåture", ("traveture",)),
        Term(KeywordField.INTEREST, "kor", "kor"),
        Term(KeywordField.TARGET_GROUP, "aeldre", "ældre"),
        Term(KeywordField.TARGET_GROUP, "maend", "mænd"),
        Term(KeywordField.TARGET_GROUP, "alle", "alle"),
        Term(KeywordField.TARGET_GROUP, "angst", "angst"),
    ]
    return Knowledge(Lexicon.of_texts(TEXTS), Gazetteer(AREAS, VENUES), Thesaurus(file_concepts(), terms), len(TEXTS))
