"""Target groups that the needs say, or imply; and which groups are closed to others."""

from __future__ import annotations

from ..choices import Barrier
from ..needs import Needs

OLD, YOUNG_ADULT, YOUNG = 65, 30, 25
GENDERS = frozenset({"mænd", "kvinder"})
# Made for people with this illness, loss, story or family: a person without it is a stranger there.
CONDITIONS = frozenset(
    {
        "angst",
        "autisme og ADHD",
        "børnefamilier",
        "demens",
        "depression",
        "efterladte",
        "enlige forældre",
        "flygtninge",
        "gravide og nybagte forældre",
        "hjemløshed",
        "hjerneskade",
        "hørehandicap",
        "KOL",
        "kræft",
        "kronisk sygdom",
        "LGBT+",
        "misbrug",
        "plejehjemsbeboere",
        "psykisk sårbarhed",
        "pårørende",
        "smerter",
        "stress",
        "synshandicap",
        "udviklingshandicap",
        "veteraner",
    }
)
# Of these, the ones that people share a story of: what is about one of them is for nobody else.
STORIES = frozenset(
    {
        "autisme og ADHD",
        "gravide og nybagte forældre",
        "hjerneskade",
        "KOL",
        "kræft",
        "LGBT+",
        "udviklingshandicap",
        "veteraner",
    }
)
MENTAL = frozenset({"angst", "depression", "psykisk sårbarhed", "stress"})
HOME_CARE, CARE_HOME = "hjemmeboende med hjemmepleje", "plejehjemsbeboere"
AGES = frozenset({"ældre", "unge", "unge voksne"})
THE_YOUNG = frozenset({"unge", "unge voksne", "studerende"})
EVERYBODY = "alle"
BY_BARRIER = {
    Barrier.WHEELCHAIR: "bevægelseshandicap",
    Barrier.WALKS_SHORT: "bevægelseshandicap",
    Barrier.HEARS_BADLY: "hørehandicap",
    Barrier.SEES_BADLY: "synshandicap",
    Barrier.LITTLE_DANISH: "nye danskere",
}
IMPLIED = {
    "flygtninge": {"nye danskere"},
    "angst": {"psykisk sårbarhed"},
    "depression": {"psykisk sårbarhed"},
    "stress": {"psykisk sårbarhed"},
    "hjemløshed": {"misbrug"},
    "enlige forældre": {"børnefamilier"},
    "gravide og nybagte forældre": {"børnefamilier"},
    "kræft": {"kronisk sygdom"},
    "KOL": {"kronisk sygdom"},
    "plejehjemsbeboere": {"ældre"},
    "hjerneskade": {"kronisk sygdom"},
    "studerende": {"unge voksne"},
}


def groups_of(needs: Needs) -> frozenset[str]:
    """What the person is in the vocabulary's words: what is said, and what that, the age and the barriers imply."""
    groups = set(needs.situation)
    for said in needs.situation:
        groups |= IMPLIED.get(said, set())
    for barrier in needs.barriers:
        if group := BY_BARRIER.get(Barrier(barrier)):
            groups.add(group)
    if needs.age is not None:
        groups |= _by_age(needs.age)
    return frozenset(groups)


def _by_age(age: int) -> set[str]:
    found = set()
    if age >= OLD:
        found.add("ældre")
    if age < YOUNG:
        found.add("unge")
    if 18 <= age < YOUNG_ADULT:
        found.add("unge voksne")
    return found
