"""Why an offer is proposed: "Fordi du vil gå med nogen, og det er i Korsør"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from catalogue.choices import Delivery
from catalogue.models import Activity
from catalogue.recurrence.words import listed

from .answers import Answers
from .questions import WHERE, Question
from .truths import holds, truths_of

MOST = 4


def reason(activity: Activity, answers: Answers, inside: frozenset[str], now: datetime) -> str:
    """One sentence of what the person answered and the entry has; "" when nothing of it is known to be so.

    `inside` are the slugs of the chosen area and of all that lie in it.
    """
    parts = list(_parts(activity, answers, inside, now))[:MOST]
    if not parts:
        return ""
    if len(parts) == 1:
        return _("Fordi %(reason)s.") % {"reason": parts[0]}
    return _("Fordi %(most)s, og %(last)s.") % {"most": ", ".join(parts[:-1]), "last": parts[-1]}


def _parts(activity: Activity, answers: Answers, inside: frozenset[str], now: datetime) -> Iterator[str]:
    truths = truths_of(activity, now)
    for question in sorted(answers.questions, key=_wishes_first):
        chosen = answers.of(question)
        if question.name == WHERE:
            yield from (place for option in chosen if (place := _place(activity, inside, str(option.group))))
            continue
        words = list(dict.fromkeys(str(option.because) for option in chosen if holds(option, truths)))
        if words and question.because:
            yield question.because % {"things": listed(words)}
        else:
            yield from words


def _wishes_first(question: Question) -> int:
    return {"savner": 0, "lide": 1, WHERE: 2}.get(question.name, 3)


def _place(activity: Activity, inside: frozenset[str], kommune: str) -> str:
    """Where it is, or that it comes to where the person is; "" when it is neither."""
    if activity.venue and activity.venue.area.slug in inside:
        return _("det er i %(place)s") % {"place": activity.venue.area.name}
    serves = next((area.name for area in activity.areas.all() if area.slug in inside), "")
    if serves and set(activity.delivery) & set(Delivery.without_a_place()):
        return _("de dækker %(place)s") % {"place": serves}
    if serves:
        return _("det er også for dig i %(place)s") % {"place": serves}
    if any(area.name == kommune for area in activity.areas.all()):
        return _("det er for hele %(place)s") % {"place": kommune}
    return ""
