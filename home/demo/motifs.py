"""Which drawing goes with which activity."""

from __future__ import annotations

from catalogue.choices import Delivery
from catalogue.models import Activity

# What the title says comes first …
TITLES = {
    "snakkebænk": "baenk",
    "sorg": "lys",
    "mistet": "lys",
    "følge": "foelgeskab",
    "baby": "barnevogn",
    "barsel": "barnevogn",
    "besøg": "besoeg",
    "telefon": "telefon",
    "hund": "hund",
    "it-": "computer",
    "computer": "computer",
}
# … then the interests, those that say most before those that go with everything.
INTERESTS = {
    "fiskeri": "fiskeri",
    "have": "have",
    "svømning": "vand",
    "cykling": "cykel",
    "kor": "sang",
    "sang": "sang",
    "dans": "dans",
    "fællesspisning": "spisning",
    "gåture": "gaatur",
    "håndarbejde": "haandarbejde",
    "kreativt værksted": "haandarbejde",
    "keramik": "haandarbejde",
    "billedkunst": "haandarbejde",
    "træværksted": "vaerksted",
    "reparation": "vaerksted",
    "teknik": "vaerksted",
    "gaming": "gaming",
    "e-sport": "gaming",
    "film": "film",
    "it og mobil": "computer",
    "yoga": "ro",
    "mindfulness": "ro",
    "læsning": "boeger",
    "bøger": "boeger",
    "fodbold": "bold",
    "petanque": "bold",
    "skak": "spil",
    "brætspil": "spil",
    "spil og kort": "spil",
    "bingo": "spil",
    "motion": "motion",
    "sport": "motion",
    "badminton": "motion",
    "madlavning": "spisning",
    "kost": "spisning",
    "udflugter": "udflugt",
    "teater": "kultur",
    "kultur": "kultur",
    "foredrag": "kultur",
    "lokalhistorie": "kultur",
    "musik": "sang",
    "hunde": "hund",
    "dyr": "hund",
    "natur": "gaatur",
    "samtalegruppe": "samtalegruppe",
    "kaffe og snak": "kaffe",
}
DELIVERY = {Delivery.BY_PHONE: "telefon", Delivery.AT_HOME: "besoeg"}
OTHERWISE = "samtalegruppe"


def motif(activity: Activity) -> str:
    """The name of the drawing for an activity whose links are in memory or saved."""
    title = activity.title.lower()
    for word, name in TITLES.items():
        if word in title:
            return name
    if len(activity.delivery) == 1 and activity.delivery[0] in DELIVERY:
        return DELIVERY[Delivery(activity.delivery[0])]
    interests = {link.tag.name for link in activity.interest_links.all()}
    return next((name for interest, name in INTERESTS.items() if interest in interests), OTHERWISE)
