"""The few best offers for the answers; when nothing meets them all, what comes nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from catalogue.models import Activity
from catalogue.queries.areas import Kommune

from ..answering.items import items_of
from ..documents.activities import answers_of
from ..plan import Found
from .answers import Answers
from .asking import best
from .options import Option
from .questions import WHERE

SHOWN = 6
# What is given up first, when nothing meets all answers. What must be in place is given up last.
GIVEN_UP = ("naar", WHERE, "lide", "savner")


@dataclass(frozen=True, slots=True)
class Offers:
    """`fitting` meet the answers that `met` holds; of `unsure` it is not known whether what must be in place is there;
    `nearby` lie in the same kommune, when a part of one was chosen. `total` is how many `met` finds in all, and
    `given_up` are the names of the questions whose answers had to be left out or widened.
    """

    met: Answers
    total: int
    fitting: list[Activity]
    unsure: list[Activity]
    nearby: list[Activity]
    given_up: tuple[str, ...] = ()


def offers(answers: Answers, kommuner: Iterable[Kommune]) -> Offers:
    """The offers for the answers; there are some as long as the catalogue holds anything."""
    around = _kommune_of(answers, kommuner)
    met, given_up, found = _first_that_finds(answers, around)
    ids = [hit.id for hit in found.hits]
    near_ids: list[str] = []
    if around and WHERE not in given_up and len(ids) < SHOWN:
        wider = best(_at(met, around), SHOWN).hits
        near_ids = [hit.id for hit in wider if hit.id not in ids][: SHOWN - len(ids)]
    items = items_of([*ids, *near_ids])
    needed = {feature for option in met.options() for feature in option.meaning.get("accessibility", ())}
    here = [items[one] for one in ids if one in items]
    nearby = [items[one] for one in near_ids if one in items]
    return Offers(
        met=met,
        total=found.total,
        fitting=[activity for activity in here if _surely_has(activity, needed)],
        unsure=[activity for activity in here if not _surely_has(activity, needed)],
        nearby=[activity for activity in nearby if _surely_has(activity, needed)],
        given_up=given_up,
    )


def _first_that_finds(answers: Answers, around: Option | None) -> tuple[Answers, tuple[str, ...], Found]:
    found = best(answers, SHOWN)
    if found.total:
        return answers, (), found
    for names in _ways(answers):
        fewer = answers.without(names)
        if WHERE in names and around:
            fewer = _at(fewer, around)
        found = best(fewer, SHOWN)
        if found.total:
            return fewer, names, found
    everything = tuple(question.name for question in answers.questions if answers.of(question))
    return answers.without(everything), everything, best(answers.without(everything), SHOWN)


def _ways(answers: Answers) -> Iterator[tuple[str, ...]]:
    """What to give up: one answer before two, in our order."""
    given = [name for name in GIVEN_UP if answers.chosen.get(name)]
    for number in range(1, len(given) + 1):
        yield from combinations(given, number)


def _kommune_of(answers: Answers, kommuner: Iterable[Kommune]) -> Option | None:
    """The whole kommune as an answer, when a part of it was chosen."""
    chosen = answers.chosen.get(WHERE, ())
    where = next(question for question in answers.questions if question.name == WHERE)
    for kommune in kommuner:
        if any(area.slug == option.value for area in kommune.parts for option in chosen):
            return where.option(kommune.area.slug)
    return None


def _at(answers: Answers, place: Option) -> Answers:
    return replace(answers, chosen={**answers.chosen, WHERE: (place,)})


def _surely_has(activity: Activity, needed: set[str]) -> bool:
    answers = answers_of(activity)
    return all(answers.get(need) for need in needed)
