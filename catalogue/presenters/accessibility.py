"""Accessibility in three values: yes, no, and not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..choices import AccessibilityFeature
from ..models import Activity, Venue

ICONS = {
    AccessibilityFeature.WHEELCHAIR: "wheelchair",
    AccessibilityFeature.ESCORT: "company",
    AccessibilityFeature.TRANSPORT: "bus",
    AccessibilityFeature.QUIET: "quiet",
    AccessibilityFeature.SEATED: "chair",
    AccessibilityFeature.STEP_FREE: "steps",
}
# What a card shows without being asked: the things that keep most people at home.
ON_CARDS = (
    AccessibilityFeature.WHEELCHAIR,
    AccessibilityFeature.ESCORT,
    AccessibilityFeature.TRANSPORT,
    AccessibilityFeature.QUIET,
)
OF_THE_PLACE = frozenset(
    {
        AccessibilityFeature.STEP_FREE,
        AccessibilityFeature.WHEELCHAIR,
        AccessibilityFeature.TOILET,
        AccessibilityFeature.PARKING,
        AccessibilityFeature.LIFT,
        AccessibilityFeature.HEARING_LOOP,
        AccessibilityFeature.GUIDE_DOG,
    }
)


@dataclass(frozen=True, slots=True)
class Badge:
    """A yes, on a card."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes or a no, on a page; `state` is "yes" or "no"."""

    words: str
    state: str
    icon: str
    answer: str
    note: str


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is known, yes before no, and in words what is not."""

    known: list[Answer]
    unknown: list[str]


def badges_of(activity: Activity, asked: Iterable[str] = ()) -> list[Badge]:
    """The yes answers that a card shows: what was asked for, then what matters to most."""
    answers = activity.accessibility()
    shown = dict.fromkeys([*asked, *ON_CARDS])
    return [
        Badge(
            ICONS.get(AccessibilityFeature(feature), "check"),
            str(AccessibilityFeature(feature).label),
        )
        for feature in shown
        if feature in answers and answers[feature][0]
    ]


def answers_of(activity: Activity) -> Answers:
    """The activity's answers, those of its place among them."""
    relevant = [feature for feature in AccessibilityFeature if activity.venue or feature not in OF_THE_PLACE]
    return _answers(activity.accessibility(), relevant)


def answers_of_venue(venue: Venue) -> Answers:
    """What holds for the place itself."""
    answers = {answer.feature: (answer.holds, answer.note) for answer in venue.accessibility_answers.all()}
    asked = [feature for feature in AccessibilityFeature if feature in OF_THE_PLACE or feature in answers]
    return _answers(answers, asked)


def _answers(answers: dict[str, tuple[bool, str]], features: Iterable[AccessibilityFeature]) -> Answers:
    features = list(dict.fromkeys([*features, *map(AccessibilityFeature, answers)]))
    known = [_answer(feature, *answers[feature]) for feature in features if feature in answers]
    unknown = [str(feature.label) for feature in features if feature not in answers]
    return Answers(sorted(known, key=lambda answer: answer.state == "no"), unknown)


def _answer(feature: AccessibilityFeature, holds: bool, note: str) -> Answer:
    return Answer(
        words=str(feature.label),
        state="yes" if holds else "no",
        icon="check" if holds else "close",
        answer=_("ja") if holds else _("nej"),
        note=note,
    )
