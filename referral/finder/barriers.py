"""What stands in the way, held against an offer: broken, eased, or not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.choices import AccessibilityFeature as Feature
from catalogue.choices import Delivery, Language, SignUp

from ..choices import Barrier
from ..needs import Needs
from . import weights
from .assessment import Assessment
from .facts import Facts
from .reach import Reach

HOMELESS = "hjemløshed"


@dataclass(frozen=True, slots=True)
class Case:
    """One offer before one person. `groups` is what the person is, in the vocabulary's words."""

    facts: Facts
    needs: Needs
    groups: frozenset[str]
    reach: Reach
    found: Assessment

    @property
    def must_go(self) -> bool:
        """Whether there is no way to take part from home."""
        return self.facts.goes_out and not self.facts.reaches_home


def judge_barriers(case: Case) -> None:
    """Holds every barrier of the person against the offer."""
    if HOMELESS in case.needs.situation and case.facts.delivery <= {Delivery.AT_HOME}:
        case.found.add("barriers", weights.NO_HOME)
        case.found.question(_("Hvor kan de mødes?"))
    for barrier in case.needs.barriers:
        JUDGES[Barrier(barrier)](case)


def _needs(case: Case, feature: Feature, question: str, reason: str, unknown: float = weights.UNKNOWN) -> None:
    """A feature without which the person cannot take part: a known no breaks it."""
    answer = case.facts.says(feature)
    if answer is False:
        case.found.conflicts.append(str(feature))
    elif answer is None:
        case.found.add("barriers", unknown)
        case.found.question(question)
    else:
        case.found.add("barriers", weights.SUITS, reason)


def _wheelchair(case: Case) -> None:
    if not case.must_go:
        return
    if case.facts.says(Feature.STEP_FREE) is False:
        case.found.conflicts.append(str(Feature.STEP_FREE))
    _needs(
        case,
        Feature.WHEELCHAIR,
        _("Er der plads til en kørestol?"),
        _("der er plads til kørestol"),
        weights.UNKNOWN_AND_HARD,
    )


def _walks_short(case: Case) -> None:
    if not case.must_go:
        return
    facts = case.facts
    if facts.says(Feature.STEP_FREE) is False:
        case.found.conflicts.append(str(Feature.STEP_FREE))
    if facts.says(Feature.SEATED):
        case.found.add("barriers", weights.SUITS, _("det kan gøres siddende"))
    elif "gåture" in facts.interests:
        case.found.conflicts.append(str(Feature.SEATED))
    else:
        case.found.question(_("Kan man sidde ned undervejs?"))


def _transport(case: Case) -> None:
    """Getting there is easy when it is near; further away somebody must drive."""
    if not case.must_go:
        if case.facts.says(Feature.TRANSPORT):
            case.found.add("barriers", weights.HELPS, _("de kan hente og bringe"))
        return
    if case.facts.says(Feature.TRANSPORT):
        case.found.add("barriers", weights.HELPS, _("de kan hente og bringe"))
    elif not case.reach.is_near and not case.reach.is_within_its_reach:
        case.found.conflicts.append(str(Feature.TRANSPORT))
    elif not case.reach.is_here:
        case.found.add("barriers", weights.STRAINS)
        case.found.question(_("Kan nogen hente og bringe?"))


def _hears_badly(case: Case) -> None:
    facts = case.facts
    if "hørehandicap" in facts.target_groups or facts.says(Feature.SIGN_LANGUAGE):
        case.found.add("barriers", weights.SUITS, _("de er vant til mennesker, der hører dårligt"))
        return
    if facts.delivery <= {Delivery.BY_PHONE, Delivery.ONLINE}:
        case.found.add("barriers", 2 * weights.STRAINS)
        return
    if not case.must_go:
        return
    _needs(case, Feature.HEARING_LOOP, _("Er der teleslynge?"), _("der er teleslynge"))


def _sees_badly(case: Case) -> None:
    facts = case.facts
    if "synshandicap" in facts.target_groups or facts.says(Feature.GUIDE_DOG):
        case.found.add("barriers", weights.SUITS, _("de er vant til mennesker, der ser dårligt"))
    elif facts.delivery <= {Delivery.ONLINE}:
        case.found.add("barriers", weights.STRAINS)
    elif case.must_go and not facts.says(Feature.ESCORT):
        case.found.question(_("Kan nogen tage imod ved døren?"))


def _no_it(case: Case) -> None:
    facts = case.facts
    if facts.delivery <= {Delivery.ONLINE} or facts.says(Feature.NO_IT) is False:
        case.found.conflicts.append(str(Feature.NO_IT))
    elif facts.signup == SignUp.WEB:
        case.found.add("barriers", weights.STRAINS)
        case.found.question(_("Kan man melde sig til i telefonen?"))
    elif facts.says(Feature.NO_IT):
        case.found.add("barriers", weights.SUITS, _("det kræver ikke computer"))
    else:
        case.found.question(_("Kan man være med uden computer og mobil?"))


def _not_alone(case: Case) -> None:
    if case.facts.says(Feature.ESCORT):
        case.found.add("barriers", weights.HELPS, _("nogen kan følge med"))
    elif case.must_go:
        case.found.add("barriers", weights.UNKNOWN)
        case.found.question(_("Kan nogen følge med den første gang?"))


def _needs_quiet(case: Case) -> None:
    answer = case.facts.says(Feature.QUIET)
    if answer is None and not case.must_go:
        return
    _needs(case, Feature.QUIET, _("Er der ro?"), _("der er ro"), weights.UNKNOWN_AND_HARD)


def _little_danish(case: Case) -> None:
    facts, language = case.facts, case.needs.language
    speaks = language in facts.languages and language != Language.DANISH
    if speaks:
        case.found.add("language", weights.HELPS, _("der er nogen, der taler sproget"))
    if facts.says(Feature.EASY_DANISH):
        case.found.add("language", weights.SUITS, _("man taler let dansk"))
    elif not speaks:
        case.found.add("language", 1.5 * weights.STRAINS)
        case.found.question(_("Kan man være med, når man taler lidt dansk?"))


def _low_income(case: Case) -> None:
    price = case.facts.price_dkk
    if price is None:
        case.found.add("price", weights.UNKNOWN)
        case.found.question(_("Hvad koster det?"))
    elif not price:
        case.found.add("price", weights.SUITS / 2, _("det er gratis"))
    elif price > weights.TOO_DEAR:
        case.found.add("price", 2 * weights.STRAINS)
    elif price > weights.DEAR:
        case.found.add("price", weights.STRAINS / 2)


def _housebound(case: Case) -> None:
    if not case.facts.reaches_home:
        case.found.conflicts.append(str(Barrier.HOUSEBOUND))
    elif Delivery.AT_HOME in case.facts.delivery:
        case.found.add("barriers", weights.SUITS, _("de kommer hjem til personen"))


def _companion(case: Case) -> None:
    if case.facts.says(Feature.COMPANION_FREE):
        case.found.add("barriers", weights.SUITS, _("en ledsager er gratis med"))


JUDGES: dict[Barrier, Callable[[Case], None]] = {
    Barrier.WALKS_SHORT: _walks_short,
    Barrier.WHEELCHAIR: _wheelchair,
    Barrier.HEARS_BADLY: _hears_badly,
    Barrier.SEES_BADLY: _sees_badly,
    Barrier.NO_IT: _no_it,
    Barrier.NO_TRANSPORT: _transport,
    Barrier.NOT_ALONE: _not_alone,
    Barrier.NEEDS_QUIET: _needs_quiet,
    Barrier.LITTLE_DANISH: _little_danish,
    Barrier.LOW_INCOME: _low_income,
    Barrier.HOUSEBOUND: _housebound,
    Barrier.HAS_COMPANION: _companion,
}
