from decimal import Decimal

import pytest

from catalogue.choices import Referrer, SignUp, Status
from catalogue.models import Activity, ActivityAccessibility, Organisation
from catalogue.presenters.company import company_of
from catalogue.presenters.first_visit import first_visit_of


def activity(answers=None, **values) -> Activity:
    defaults = {"signup": SignUp.NONE, "organisation": Organisation(name="Koret", phone="00 58 10 30")}
    made = Activity(**{**defaults, **values})
    made.accessibility_answers = [
        ActivityAccessibility(feature=feature, holds=holds, note=note)
        for feature, (holds, note) in (answers or {}).items()
    ]
    return made


def lines(entry: Activity) -> list[str]:
    return first_visit_of(entry)[-1].lines


def test_organisers_words_are_used_as_they_are():
    [block] = first_visit_of(activity(first_visit="Grete tager imod."))
    assert block.lines == ["Grete tager imod."]


def test_without_them_only_facts_are_told():
    first, facts = first_visit_of(activity(price_dkk=Decimal(0), answers={"ledsager_gratis": (True, "")}))
    assert first.lines == ["Arrangøren har ikke skrevet om den første gang. Det her ved vi:"]
    assert facts.is_list
    assert facts.lines == [
        "Du behøver ikke sige til først. Du kan bare møde op.",
        "Er du i tvivl, så ring og spørg: Koret, 00 58 10 30.",
        "Det er gratis.",
        "Du kan tage en ledsager med. Det er gratis for ledsageren.",
    ]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"signup": SignUp.PHONE}, "Ring, før du kommer første gang."),
        ({"signup": SignUp.REFERRAL}, "Du skal henvises først."),
        (
            {"signup": SignUp.REFERRAL, "referrers": [Referrer.GP, Referrer.MUNICIPALITY]},
            "Du skal henvises først. Din læge eller kommunen kan henvise.",
        ),
        ({"places_left": 0}, "Der er fuldt lige nu. Spørg, om du kan komme på venteliste."),
        ({"price_text": "50 kr. om måneden"}, "Pris: 50 kr. om måneden."),
        ({"price_dkk": Decimal(20)}, "Pris: 20 kr."),
        ({}, "Spørg, hvad det koster."),
        (
            {"organisation": Organisation(name="Koret", email="koret@post.example")},
            "Er du i tvivl, så skriv og spørg: Koret, koret@post.example.",
        ),
    ],
)
def test_each_fact_has_its_line(values, line):
    assert line in lines(activity(**values))


def test_nobody_to_ask_gives_no_line_about_asking():
    assert not any("tvivl" in line for line in lines(activity(organisation=Organisation(name="Koret"))))


@pytest.mark.parametrize("status", [Status.PAUSED, Status.ENDED])
def test_what_does_not_run_has_no_first_time(status):
    assert first_visit_of(activity(status=status)) == []


@pytest.mark.parametrize(
    ("answers", "answer", "more"),
    [
        ({}, "Det ved vi ikke. Spørg arrangøren.", []),
        ({"foelgeskab": (True, "Ring til Bodil.")}, "Ja, nogen kan følge med dig. Ring til Bodil.", []),
        ({"foelgeskab": (False, "")}, "Nej, her er ingen, der kan følge med dig.", []),
        (
            {"transport_tilbydes": (True, ""), "ledsager_gratis": (False, "")},
            "Det ved vi ikke. Spørg arrangøren.",
            ["Du kan blive kørt.", "Tager du selv en ledsager med, skal I begge betale."],
        ),
    ],
)
def test_company_is_yes_no_or_not_known(answers, answer, more):
    company = company_of(activity(answers))
    assert (company.answer, company.more) == (answer, more)
