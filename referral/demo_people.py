"""Who the example referrals are about: invented people of Korsør, and what each needs."""

from __future__ import annotations

from .needs import Needs, needs_from

AREA = "sl-korsoer"
# One after another they take the lives of `referral.demo.LIVES`: who cannot leave the house waits for a visit, and who
# does not dare to come alone gets company the first time.
_PEOPLE: tuple[dict[str, object], ...] = (
    {
        "age": 67,
        "misses": ["gruppe"],
        "likes": ["samtalegruppe", "udflugter"],
        "situation": ["efterladte", "ældre"],
        "barriers": ["tor_ikke_komme_alene"],
    },
    {
        "age": 75,
        "misses": ["gruppe", "komme_ud"],
        "likes": ["film", "kultur"],
        "situation": ["hørehandicap", "ældre"],
        "barriers": ["hoerer_daarligt"],
    },
    {
        "age": 71,
        "misses": ["gruppe", "mening"],
        "likes": ["reparation", "træværksted"],
        "situation": ["mænd", "ældre"],
        "when": ["formiddag"],
    },
    {
        "age": 88,
        "misses": ["komme_ud"],
        "likes": ["udflugter", "natur"],
        "situation": ["ældre"],
        "barriers": ["kan_ikke_gaa_langt", "ingen_transport"],
    },
    {
        "age": 79,
        "misses": ["gruppe", "komme_ud"],
        "likes": ["foredrag", "sang"],
        "situation": ["ældre"],
        "barriers": ["ingen_it"],
        "when": ["formiddag"],
    },
    {
        "age": 70,
        "misses": ["gruppe"],
        "likes": ["sang", "motion", "sundhed"],
        "situation": ["KOL", "kronisk sygdom"],
    },
    {
        "age": 62,
        "misses": ["gruppe"],
        "likes": ["gåture", "samtalegruppe"],
        "situation": ["kræft"],
    },
    {
        "age": 72,
        "misses": ["gruppe", "komme_ud"],
        "likes": ["fællesspisning"],
        "situation": ["bevægelseshandicap", "ældre"],
        "barriers": ["tor_ikke_komme_alene"],
    },
    {
        "age": 66,
        "misses": ["mening", "gruppe"],
        "likes": ["frivilligt arbejde", "udflugter"],
        "situation": ["tilflyttere", "ældre"],
    },
    {
        "age": 54,
        "misses": ["gruppe"],
        "likes": ["brætspil", "madlavning"],
        "situation": ["hjerneskade"],
        "barriers": ["behov_for_ro"],
    },
    {
        "age": 77,
        "misses": ["hjaelp"],
        "likes": ["it og mobil"],
        "situation": ["ældre"],
        "barriers": ["ingen_it"],
    },
    {
        "age": 34,
        "misses": ["gruppe"],
        "likes": ["fællesspisning"],
        "situation": ["enlige forældre", "børnefamilier"],
        "barriers": ["lav_oekonomi"],
    },
    {
        "age": 83,
        "misses": ["besoeg", "samtale"],
        "likes": ["hunde", "dyr"],
        "situation": ["ældre"],
        "barriers": ["forlader_ikke_hjemmet"],
    },
    {
        "age": 84,
        "misses": ["besoeg", "samtale"],
        "likes": ["spil og kort", "kaffe og snak"],
        "situation": ["ældre", "hjemmeboende med hjemmepleje"],
        "barriers": ["forlader_ikke_hjemmet", "ingen_it"],
    },
    {
        "age": 58,
        "misses": ["gruppe"],
        "likes": ["sprog", "kaffe og snak"],
        "situation": ["nye danskere"],
        "barriers": ["lidt_dansk"],
        "language": "pl",
    },
)
PEOPLE: tuple[Needs, ...] = tuple(needs_from({"area": AREA, "referrer": "kommune", **one}) for one in _PEOPLE)
