"""What the person likes and misses, held against an offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from catalogue.choices import AccessibilityFeature as Feature
from catalogue.choices import ActivityType, Character, Delivery
from catalogue.presenters.terms import term_words
from catalogue.wording import woven

from ..choices import Miss
from . import weights
from .assessment import any_of
from .barriers import Case
from .facts import Facts
from .likes import Related, liking

TALK = {"samtale", "samtalegruppe"}
# What people do anywhere that they meet: no subject of its own.
COMPANY = TALK | {"kaffe og snak", "nabofællesskab", "sundhed"}
EXERCISE = {
    "motion",
    "sport",
    "gåture",
    "svømning",
    "dans",
    "yoga",
    "cykling",
    "fodbold",
    "badminton",
    "petanque",
    "bordtennis",
}
# Of these, what can be done in front of a screen.
AT_HOME = {"motion", "dans", "yoga"}
MEANING = {"frivilligt arbejde": 1.0, "reparation": 0.6, "træværksted": 0.6, "nabofællesskab": 0.4, "foredrag": 0.4}


def judge_wishes(case: Case, related: Related, rarity: Mapping[str, float]) -> None:
    """What the person likes and misses. `rarity` is by interest: how telling it is that it is liked."""
    _likes(case, related, rarity)
    _subject(case, related)
    _misses(case)


def _misses(case: Case) -> None:
    wished = [Miss(miss) for miss in case.needs.misses]
    if not wished:
        return
    given = {miss: FULFILS[miss](case.facts) for miss in wished}
    best, mean = max(given.values()), sum(given.values()) / len(given)
    case.found.add("misses", weights.MISSES * (best + mean) / 2)
    for miss, share in given.items():
        if share >= 0.7:
            case.found.add("misses", 0.0, REASONS[miss]())


def _likes(case: Case, related: Related, rarity: Mapping[str, float]) -> None:
    shares = {liked: liking(liked, case.facts.interests, related) for liked in case.needs.likes}
    chances = (weights.LIKED_ENOUGH * rarity.get(liked, 1.0) * share for liked, share in shares.items())
    case.found.add("likes", weights.LIKES * any_of(chances))
    if shares and not max(shares.values()) and case.facts.character != Character.SUPPORT:
        case.found.add("likes", weights.NOT_LIKED)
    for liked, share in shares.items():
        if share == 1.0:
            case.found.add("likes", 0.0, woven(_("personen kan lide %(what)s"), what=term_words(liked)))


def _subject(case: Case, related: Related) -> None:
    """What the title promises: "Rygestop", "It-hjælp". An escort and a lift are for whatever the person likes."""
    subject = case.facts.topics - COMPANY
    if not subject or case.facts.is_escort or case.facts.is_driving:
        return
    if subject & set(case.needs.likes):
        case.found.add("likes", weights.LIKED_SUBJECT)
    elif not any(liking(liked, subject, related) for liked in case.needs.likes):
        case.found.add("likes", weights.OTHER_SUBJECT)


def _talk(facts: Facts) -> float:
    if facts.interests & TALK:
        return 1.0
    if "kaffe og snak" in facts.interests:
        return 0.7
    return 0.3 if facts.character == Character.COMMUNITY else 0.1


def _group(facts: Facts) -> float:
    if facts.character == Character.COMMUNITY:
        return 1.0 if facts.goes_out else 0.5
    if "samtalegruppe" in facts.interests:
        return 0.7
    return 0.4 if facts.character == Character.EXPERIENCE and facts.goes_out else 0.0


def _visit(facts: Facts) -> float:
    if Delivery.AT_HOME in facts.delivery:
        return 1.0 if facts.type == ActivityType.OUTREACH else 0.8
    return 0.4 if Delivery.BY_PHONE in facts.delivery else 0.0


def _getting_out(facts: Facts) -> float:
    if facts.goes_out:
        return 1.0 if "udflugter" in facts.interests or facts.says(Feature.TRANSPORT) else 0.8
    return 0.6 if facts.says(Feature.ESCORT) or facts.says(Feature.TRANSPORT) else 0.0


def _help(facts: Facts) -> float:
    return 1.0 if facts.character == Character.SUPPORT else 0.1


def _exercise(facts: Facts) -> float:
    if not facts.interests & (EXERCISE if facts.goes_out else AT_HOME):
        return 0.0
    return 0.6 if facts.character == Character.SUPPORT else 1.0


def _meaning(facts: Facts) -> float:
    if facts.character == Character.SUPPORT and not facts.goes_out:
        return 0.3
    most = max((MEANING.get(interest, 0.0) for interest in facts.interests), default=0.0)
    return max(most, 0.3 if facts.character == Character.COMMUNITY else 0.0)


FULFILS: dict[Miss, Callable[[Facts], float]] = {
    Miss.TALK: _talk,
    Miss.GROUP: _group,
    Miss.VISIT: _visit,
    Miss.GETTING_OUT: _getting_out,
    Miss.HELP: _help,
    Miss.EXERCISE: _exercise,
    Miss.MEANING: _meaning,
}
REASONS: dict[Miss, Callable[[], str]] = {
    Miss.TALK: lambda: _("en at tale med"),
    Miss.GROUP: lambda: _("et fast fællesskab"),
    Miss.VISIT: lambda: _("et besøg"),
    Miss.GETTING_OUT: lambda: _("at komme ud"),
    Miss.HELP: lambda: _("hjælp"),
    Miss.EXERCISE: lambda: _("bevægelse"),
    Miss.MEANING: lambda: _("noget at gøre nytte med"),
}
