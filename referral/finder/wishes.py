"""What the person misses, likes and is, held against an offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from catalogue.choices import AccessibilityFeature as Feature
from catalogue.choices import ActivityType, Character, Delivery, SignUp
from catalogue.presenters.terms import term_words
from catalogue.wording import woven

from ..choices import Barrier, Miss
from . import weights
from .assessment import any_of
from .barriers import Case
from .facts import Facts
from .groups import CLOSED, CONDITIONS, GENDERS, SHARED_BY_TALKING, groups_of
from .likes import Related, liking

TALK = {"samtale", "samtalegruppe"}
NEW_HERE = {"nye danskere", "flygtninge"}
CLOSE_TALK = {"samtalegruppe", "tro og eksistens", "sundhed"}
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
MEANING = {"frivilligt arbejde": 1.0, "reparation": 0.6, "træværksted": 0.6, "nabofællesskab": 0.4, "foredrag": 0.4}


def judge_wishes(case: Case, related: Related, rarity: Mapping[str, float]) -> None:
    """What the person misses, likes and is. `rarity` is between 0 and 1 by target group: how telling it is."""
    _likes(case, related)
    _misses(case)
    _situation(case, rarity)


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


def _likes(case: Case, related: Related) -> None:
    shares = {liked: liking(liked, case.facts.interests, related) for liked in case.needs.likes}
    case.found.add("likes", weights.LIKES * any_of(weights.LIKED_ENOUGH * share for share in shares.values()))
    if shares and not max(shares.values()) and case.facts.activity.character != Character.SUPPORT:
        case.found.add("likes", weights.NOT_LIKED)
    for liked, share in shares.items():
        if share == 1.0:
            case.found.add("likes", 0.0, woven(_("personen kan lide %(what)s"), what=term_words(liked)))


def _situation(case: Case, rarity: Mapping[str, float]) -> None:
    mine, theirs = groups_of(case.needs), case.facts.target_groups
    shared = mine & theirs
    if shared:
        chances = (weights.GROUP_ENOUGH * rarity.get(group, 1.0) for group in shared)
        case.found.add("situation", weights.SITUATION * any_of(chances))
        if _is_closed(case.facts, mine):
            case.found.add("situation", weights.CLOSED_TO_OTHERS)
        for group in sorted(shared & set(case.needs.situation)):
            case.found.add("situation", 0.0, woven(_("for %(whom)s"), whom=term_words(group)))
    elif "alle" in theirs or not theirs:
        case.found.add("situation", weights.SITUATION * weights.FOR_ALL)
    else:
        by_condition = theirs - GENDERS <= CONDITIONS
        case.found.add("situation", weights.FOR_OTHERS_BY_CONDITION if by_condition else weights.FOR_OTHERS)


def _is_closed(facts: Facts, mine: set[str]) -> bool:
    """Whether it is about a loss, an illness or a story that the person does not share, whoever else it names."""
    about = facts.target_groups & (CLOSED | (SHARED_BY_TALKING if facts.interests & CLOSE_TALK else frozenset()))
    return bool(about) and not about & mine and "alle" not in facts.target_groups


def judge_doors(case: Case) -> None:
    """Age, sex, who may propose it, when, and whether there is room."""
    facts, needs, activity = case.facts, case.needs, case.facts.activity
    found = case.found
    if needs.age is not None:
        if activity.age_min is not None and needs.age < activity.age_min:
            found.conflicts.append("age")
        if activity.age_max is not None and needs.age > activity.age_max:
            found.conflicts.append("age")
    if needs.referrer not in facts.referrers:
        found.conflicts.append("referrer")
    elif activity.signup == SignUp.REFERRAL:
        found.add("door", weights.OPENS_BY_REFERRAL, _("du kan henvise hertil"))
    _service(case)
    _sex(case)
    _when(case)
    _room(case)


def _service(case: Case) -> None:
    """What is only a means: an escort and a lift are for those who need one, a language meeting for those who learn."""
    facts, needs = case.facts, case.needs
    if facts.activity.character == Character.EXPERIENCE and Miss.GETTING_OUT not in needs.misses:
        case.found.add("once", weights.ONCE)
    if (
        "sprog" in facts.interests
        and "sprog" not in needs.likes
        and not groups_of(needs) & facts.target_groups & NEW_HERE
    ):
        case.found.add("sprog", weights.TO_LEARN_DANISH)
    if facts.is_escort and not (needs.has(Barrier.NOT_ALONE) or Miss.HELP in needs.misses):
        case.found.add("service", weights.SERVICE_NOT_NEEDED)
    if facts.is_driving:
        wanted = needs.has(Barrier.NO_TRANSPORT) or needs.has(Barrier.WALKS_SHORT)
        case.found.add("service", weights.HELPS if wanted else weights.SERVICE_NOT_NEEDED)


def _sex(case: Case) -> None:
    """What is for women or for men alone."""
    mine, theirs = set(case.needs.situation) & GENDERS, case.facts.target_groups & GENDERS
    if mine and theirs and not mine & theirs and "alle" not in case.facts.target_groups:
        case.found.conflicts.append("sex")


def _when(case: Case) -> None:
    facts, wanted = case.facts, set(case.needs.when)
    if not wanted or facts.by_appointment or not facts.goes_out and Delivery.ONLINE not in facts.delivery:
        return
    if not facts.when & wanted:
        case.found.conflicts.append("when")
    else:
        case.found.add("when", weights.SUITS, _("det passer med tiden"))


def _room(case: Case) -> None:
    facts = case.facts
    if facts.activity.places_left == 0:
        case.found.add("room", weights.FULL)
        case.found.question(_("Hvornår bliver der plads?"))
    if facts.starts_in is not None and facts.starts_in.days > 75:
        case.found.add("room", weights.FAR_OFF)
    elif facts.starts_in is not None and facts.starts_in.days < 15:
        case.found.add("room", weights.FIRST_DATE_SOON)


def _talk(facts: Facts) -> float:
    if facts.interests & TALK:
        return 1.0
    if "kaffe og snak" in facts.interests:
        return 0.7
    return 0.3 if facts.activity.character == Character.COMMUNITY else 0.1


def _group(facts: Facts) -> float:
    if facts.activity.character == Character.COMMUNITY:
        return 1.0 if facts.goes_out else 0.5
    if "samtalegruppe" in facts.interests:
        return 0.7
    return 0.4 if facts.activity.character == Character.EXPERIENCE and facts.goes_out else 0.0


def _visit(facts: Facts) -> float:
    if Delivery.AT_HOME in facts.delivery:
        return 1.0 if facts.activity.type == ActivityType.OUTREACH else 0.8
    return 0.4 if Delivery.BY_PHONE in facts.delivery else 0.0


def _getting_out(facts: Facts) -> float:
    if facts.goes_out:
        return 1.0 if "udflugter" in facts.interests or facts.says(Feature.TRANSPORT) else 0.8
    return 0.6 if facts.says(Feature.ESCORT) or facts.says(Feature.TRANSPORT) else 0.0


def _help(facts: Facts) -> float:
    return 1.0 if facts.activity.character == Character.SUPPORT else 0.1


def _exercise(facts: Facts) -> float:
    return 1.0 if facts.interests & EXERCISE else 0.0


def _meaning(facts: Facts) -> float:
    most = max((MEANING.get(interest, 0.0) for interest in facts.interests), default=0.0)
    return max(most, 0.3 if facts.activity.character == Character.COMMUNITY else 0.0)


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
