"""When it takes place, all told: in the organiser's words, or in those of the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ..models import Activity
from ..recurrence.activity import rules_of
from ..recurrence.describe import rule_words
from ..recurrence.words import date_words
from ..wording import danish, reads_danish

MOST_RULES = 3


def schedule_words(activity: Activity, today: date) -> str:
    """What the organiser says. Readers of English get the rules in words instead, when all of them can be said.

    Reads prefetched schedules; the organiser's own words, marked as Danish, where the rules are many or intricate.
    """
    if reads_danish() or not activity.schedule_text:
        return activity.schedule_text
    rules = rules_of(activity)
    said = [rule_words(rule, today) for rule in rules]
    if not said or len(said) > MOST_RULES or not all(said):
        return danish(activity.schedule_text)
    words = "; ".join(said)
    paused = any(day >= today for rule in rules for day in rule.exdates)
    return _("%(rules)s, med pauser") % {"rules": words} if paused else words


def paused_words(activity: Activity, today: date) -> str:
    """ "På pause lige nu"; "På pause til og med 30. april" when the last day is known."""
    if activity.paused_until is None:
        return _("På pause lige nu")
    return _("På pause til og med %(day)s") % {"day": date_words(activity.paused_until, today)}
